import { useState } from "react";
import { steer, type SweepAction } from "../../api/sweeps";
import type { Sweep } from "../../api/types";
import { useAction } from "../../hooks/useAction";
import { isOver } from "../../model/counts";
import { formatInstant } from "../../model/time";
import { ConfirmDialog } from "../ConfirmDialog";
import { Link } from "../Link";
import { ErrorNotice } from "../Notice";
import { StateBadge } from "../StateBadge";

export function SweepHeader({ sweep }: { sweep: Sweep }) {
  const action = useAction();
  const [asking, setAsking] = useState(false);
  const send = (what: SweepAction): void => void action.run(() => steer(sweep.id, what));
  return (
    <>
      <div className="page-head">
        <div>
          <Link href="/" className="muted">
            Sweeps
          </Link>
          <div className="row">
            <h1>{sweep.name}</h1>
            <StateBadge state={sweep.state} />
          </div>
          <p className="muted">
            {describe(sweep)} · created {formatInstant(sweep.createdAt)} · <code>{sweep.id}</code>
          </p>
        </div>
        {!isOver(sweep.state) && (
          <div className="row">
            <button className="button" disabled={action.busy} onClick={() => send(sweep.state === "paused" ? "resume" : "pause")}>
              {sweep.state === "paused" ? "Resume" : "Pause"}
            </button>
            <button className="button danger" disabled={action.busy} onClick={() => setAsking(true)}>
              Cancel
            </button>
          </div>
        )}
      </div>
      <ErrorNotice error={action.error} />
      {asking && (
        <ConfirmDialog
          title={`Cancel ${sweep.name}?`}
          action="Cancel the sweep"
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            send("cancel");
          }}
        >
          Its running trials stop within one report. What is finished is kept; a cancelled sweep cannot be resumed.
        </ConfirmDialog>
      )}
    </>
  );
}

function describe({ spec }: Sweep): string {
  const { kind, family, dataset } = spec.trial;
  const what = kind === "model" ? `${family ?? "default family"} on ${dataset}` : `${kind} trials`;
  return [what, spec.sampler?.kind, spec.scheduler?.kind].filter(Boolean).join(" · ");
}
