import type { Sweep } from "../../api/types";
import { useNow } from "../../hooks/useNow";
import { planned, settled } from "../../model/counts";
import { formatCount, formatPercent } from "../../model/format";
import { elapsed, formatDuration, parseDuration } from "../../model/time";
import { ProgressBar, ProgressLegend } from "../Progress";

/** How far the sweep is and how long it still takes. */
export function ProgressCard({ sweep }: { sweep: Sweep }) {
  const now = useNow();
  const remaining = parseDuration(sweep.progress.remaining);
  const spent = elapsed(sweep.startedAt ?? sweep.createdAt, sweep.finishedAt, now);
  return (
    <section className="card" aria-label="Progress">
      <div className="card-head number">
        <h2>
          {formatPercent(sweep.progress.fraction)}{" "}
          <span className="muted">
            {formatCount(settled(sweep.trials))} of {formatCount(planned(sweep))} trials
          </span>
        </h2>
        <span className="muted">
          {formatDuration(spent)}
          {sweep.state === "running" && remaining !== null && ` · about ${formatDuration(remaining)} left`}
          {sweep.stopReason && ` · ${sweep.stopReason}`}
        </span>
      </div>
      <ProgressBar sweep={sweep} />
      <ProgressLegend counts={sweep.trials} />
    </section>
  );
}
