import type { Validation } from "../../hooks/useValidation";
import { errorsOf } from "../../hooks/useValidation";
import type { AssignedErrors } from "../../model/fieldErrors";
import { formatBytes, formatCount } from "../../model/format";
import type { Preview } from "../../model/preview";
import { Card } from "../Card";
import { ErrorNotice } from "../Notice";
import { Pairs } from "../Pairs";

interface Props {
  validation: Validation;
  assigned: AssignedErrors;
}

/** What the coordinator would do with the draft, or why it would refuse it. */
export function PreviewCard({ validation: { preview, error, checking }, assigned }: Props) {
  const mistakes = errorsOf(error).length;
  return (
    <Card title="Check" aside={checking ? <span className="muted">checking…</span> : undefined}>
      {mistakes > 0 && <Mistakes count={mistakes} assigned={assigned} />}
      {mistakes === 0 && <ErrorNotice error={error} />}
      {preview && <Accepted preview={preview} />}
    </Card>
  );
}

function Mistakes({ count, assigned: { others } }: { count: number; assigned: AssignedErrors }) {
  const atFields = count - others.length;
  return (
    <div className="stack" role="status">
      <p>
        <strong className="badge failed">{count === 1 ? "1 thing to change" : `${count} things to change`}</strong>
        {atFields > 0 && <span className="hint"> {atFields === count ? "" : `${atFields} `}shown at the fields</span>}
      </p>
      <ul className="stack mistakes">
        {others.map(({ field, message }) => (
          <li key={field + message}>
            <code>{field}</code>
            <div className="field-error">{message}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Accepted({ preview: { spec, trials, rungs, memoryPerTrial } }: { preview: Preview }) {
  return (
    <div className="stack">
      <p>
        <strong className="badge completed">ready to run</strong>
      </p>
      <Pairs
        pairs={[
          ["Trials", trials === null ? "until the budget is spent" : formatCount(trials)],
          ["Rungs, epochs", rungs.length === 0 ? "none" : rungs.join(" → ")],
          ["Memory per trial", formatBytes(memoryPerTrial)],
        ]}
      />
      <details>
        <summary className="muted">With all defaults</summary>
        <pre>
          <code>{JSON.stringify(spec, null, 2)}</code>
        </pre>
      </details>
    </div>
  );
}
