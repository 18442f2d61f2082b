import type { Sweep } from "../api/types";
import { useNow } from "../hooks/useNow";
import { planned, settled } from "../model/counts";
import { formatCount, formatNumber } from "../model/format";
import { objectiveOf } from "../model/objective";
import { sweepPath } from "../model/route";
import { elapsed, formatAgo, formatDuration, formatInstant } from "../model/time";
import { Link } from "./Link";
import { ProgressBar } from "./Progress";
import { StateBadge } from "./StateBadge";

export function SweepTable({ sweeps }: { sweeps: readonly Sweep[] }) {
  const now = useNow();
  return (
    <div className="card">
      <div className="table-scroll sweeps" tabIndex={0} role="region" aria-label="Sweeps">
        <table>
          <thead>
            <tr>
              <th>Sweep</th>
              <th>State</th>
              <th>Progress</th>
              <th className="right">Best</th>
              <th className="right">Duration</th>
              <th className="right">Created</th>
            </tr>
          </thead>
          <tbody>
            {sweeps.map((sweep) => (
              <Row key={sweep.id} sweep={sweep} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row({ sweep, now }: { sweep: Sweep; now: number }) {
  const { trial } = sweep.spec;
  return (
    <tr>
      <td>
        <Link className="sweep-name" href={sweepPath(sweep.id)}>
          {sweep.name}
        </Link>
        <div className="hint">{[trial.family ?? trial.kind, trial.dataset].filter(Boolean).join(" · ")}</div>
      </td>
      <td>
        <StateBadge state={sweep.state} />
      </td>
      <td>
        <ProgressBar sweep={sweep} />
        <div className="hint">{countsText(sweep)}</div>
      </td>
      <td className="right">
        <strong>{formatNumber(sweep.best?.value)}</strong>
        <div className="hint">{objectiveOf(sweep)?.metric}</div>
      </td>
      <td className="right">{formatDuration(elapsed(sweep.startedAt, sweep.finishedAt, now))}</td>
      <td className="right muted" title={formatInstant(sweep.createdAt)}>
        {formatAgo(sweep.createdAt, now)}
      </td>
    </tr>
  );
}

function countsText(sweep: Sweep): string {
  const { trials } = sweep;
  const parts = [`${formatCount(settled(trials))} of ${formatCount(planned(sweep))}`];
  for (const state of ["running", "pruned", "failed"] as const) {
    if (trials[state] > 0) parts.push(`${formatCount(trials[state])} ${state}`);
  }
  return parts.join(" · ");
}
