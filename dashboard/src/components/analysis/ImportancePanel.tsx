import { useState } from "react";
import { getImportance, importanceMethods, type Importance, type ImportanceMethod } from "../../api/analysis";
import type { Objective } from "../../api/types";
import { useResource } from "../../hooks/useResource";
import { formatCount, formatPercent, humanize } from "../../model/format";
import { ErrorNotice } from "../Notice";
import { Segmented } from "../Segmented";

interface Props {
  sweep: string;
  objectives: readonly Objective[];
  revision: unknown;
}

const methods = importanceMethods.map((value) => ({ value, label: value === "fanova" ? "fANOVA" : "PED-ANOVA" }));

const meaning: Record<ImportanceMethod, string> = {
  "ped-anova": "How much the best tenth of the trials differs from all in each parameter.",
  fanova: "How much of the objective's variance each parameter explains alone, over the whole space.",
};

/** How much each parameter matters, as bars. */
export function ImportancePanel({ sweep, objectives, revision }: Props) {
  const [method, setMethod] = useState<ImportanceMethod>("ped-anova");
  const [metric, setMetric] = useState(objectives[0]?.metric ?? "");
  const load = (signal: AbortSignal) => getImportance(sweep, method, metric, signal);
  const { data, error } = useResource(load, [sweep, method, metric], revision);
  return (
    <div className="stack">
      <div className="row">
        <Segmented label="Method" options={methods} value={method} onChange={setMethod} />
        {objectives.length > 1 && (
          <Segmented
            label="Objective"
            options={objectives.map((objective) => ({ value: objective.metric, label: humanize(objective.metric) }))}
            value={metric}
            onChange={setMetric}
          />
        )}
      </div>
      <p className="muted">{meaning[method]}</p>
      <ErrorNotice error={error} />
      {data && <Bars importance={data} />}
    </div>
  );
}

function Bars({ importance: { items, note, trials } }: { importance: Importance }) {
  return (
    <>
      {items.length > 0 && (
        <ul className="bars">
          {items.map(({ parameter, importance }) => (
            <li key={parameter}>
              <span>{parameter}</span>
              <span className="bar" aria-hidden="true">
                <span style={{ width: `${importance * 100}%` }} />
              </span>
              <span className="number">{formatPercent(importance)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="muted">{[items.length > 0 && `From ${formatCount(trials)} trials.`, note].filter(Boolean).join(" ")}</p>
    </>
  );
}
