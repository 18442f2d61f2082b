import { stopTrial } from "../../api/sweeps";
import type { CurvePoint, Failure, Trial } from "../../api/types";
import { useAction } from "../../hooks/useAction";
import { useNow } from "../../hooks/useNow";
import { formatJson, formatNumber } from "../../model/format";
import { reasonsOf } from "../../model/reasons";
import { elapsed, formatDuration, formatInstant } from "../../model/time";
import { ErrorNotice } from "../Notice";
import { Pairs } from "../Pairs";
import { MetricCurves } from "./MetricCurves";
import { TrialLog } from "./TrialLog";

interface Props {
  sweep: string;
  trial: Trial;
  curve: readonly CurvePoint[];
}

export function TrialDetails({ sweep, trial, curve }: Props) {
  const now = useNow();
  const stop = useAction();
  return (
    <>
      <section>
        <div className="big">{formatNumber(trial.value)}</div>
        {trial.values && trial.values.length > 1 && <p className="muted">{trial.values.map(formatNumber).join(" · ")}</p>}
      </section>
      {reasonsOf(trial).map(([heading, text]) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <p>{text}</p>
        </section>
      ))}
      {trial.failure && <FailureNotice failure={trial.failure} />}
      <section>
        <h3>Parameters</h3>
        <Pairs pairs={Object.entries(trial.parameters).map(([name, value]) => [name, formatJson(value)])} />
      </section>
      <section>
        <h3>Metrics by epoch</h3>
        <MetricCurves curve={curve} />
      </section>
      <section>
        <h3>Run</h3>
        <Pairs
          pairs={[
            ...(trial.parent === null || trial.parent === undefined ? [] : [["Copy of", `trial ${trial.parent}`] as const]),
            ["Node", trial.node ?? "–"],
            ["Attempts", trial.attempts],
            ["Epoch", formatNumber(trial.epoch)],
            ["Started", formatInstant(trial.startedAt)],
            ["Finished", formatInstant(trial.finishedAt)],
            ["Duration", formatDuration(elapsed(trial.startedAt, trial.finishedAt, now))],
          ]}
        />
      </section>
      <section>
        <TrialLog key={trial.number} sweep={sweep} number={trial.number} revision={`${trial.state} ${trial.attempts} ${trial.epoch}`} />
      </section>
      {trial.state === "running" && (
        <section className="stack">
          <button className="button" disabled={stop.busy} onClick={() => void stop.run(() => stopTrial(sweep, trial.number))}>
            Stop this trial
          </button>
          <ErrorNotice error={stop.error} />
        </section>
      )}
    </>
  );
}

function FailureNotice({ failure: { code, message, hint } }: { failure: Failure }) {
  return (
    <section>
      <div className="notice failed" role="alert">
        <div>
          <strong>{code}</strong>
          <p>{message}</p>
          {hint && <p className="muted">{hint}</p>}
        </div>
      </div>
    </section>
  );
}
