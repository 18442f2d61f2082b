import type { Best, Objective } from "../../api/types";
import { formatJson, formatNumber, humanize } from "../../model/format";
import { Card } from "../Card";
import { Pairs } from "../Pairs";

interface Props {
  best: Best | null;
  objective: Objective | undefined;
  onSelect: (number: number) => void;
}

/** The best trial so far: its value, what it was trained with and all it measured. */
export function BestCard({ best, objective, onSelect }: Props) {
  if (best === null) {
    return (
      <Card title="Best so far">
        <p className="muted">No trial has reported yet.</p>
      </Card>
    );
  }
  const trial = (
    <button className="button quiet" onClick={() => onSelect(best.number)}>
      Trial {best.number}
    </button>
  );
  const others = Object.entries(best.metrics).filter(([name]) => name !== objective?.metric);
  return (
    <Card title="Best so far" aside={trial}>
      <div className="stack">
        <div>
          <div className="big">{formatNumber(best.value)}</div>
          {objective && (
            <p className="muted">
              {humanize(objective.metric)}, {objective.goal === "maximize" ? "higher" : "lower"} is better
            </p>
          )}
        </div>
        <Pairs pairs={Object.entries(best.parameters).map(([name, value]) => [name, formatJson(value)])} />
        {others.length > 0 && (
          <div>
            <h3>Metrics</h3>
            <Pairs pairs={others.map(([name, value]) => [humanize(name), formatNumber(value)])} />
          </div>
        )}
      </div>
    </Card>
  );
}
