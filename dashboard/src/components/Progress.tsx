import type { Sweep, TrialCounts } from "../api/types";
import { planned, segments, settled } from "../model/counts";
import { formatCount } from "../model/format";

/** The share of the sweep that is settled, cut by the state of its trials. */
export function ProgressBar({ sweep }: { sweep: Sweep }) {
  const { fraction } = sweep.progress;
  const done = settled(sweep.trials);
  const shown = segments(sweep.trials).filter(({ state }) => state !== "pending");
  const begun = shown.reduce((sum, { count }) => sum + count, 0);
  const whole = Math.max(begun, fraction > 0 && done > 0 ? done / fraction : planned(sweep), 1);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(fraction * 100)}
    >
      {shown.map(({ state, count }) => (
        <span key={state} className={state} style={{ flexGrow: count, flexBasis: 0 }} />
      ))}
      <span style={{ flexGrow: whole - begun, flexBasis: 0, background: "none" }} />
    </div>
  );
}

export function ProgressLegend({ counts }: { counts: TrialCounts }) {
  return (
    <ul className="legend number">
      {segments(counts).map(({ state, count }) => (
        <li key={state}>
          <span className={`swatch ${state}`} />
          {formatCount(count)} {state}
        </li>
      ))}
    </ul>
  );
}
