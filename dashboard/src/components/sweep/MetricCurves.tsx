import type { CurvePoint } from "../../api/types";
import { metricNames, series } from "../../model/curves";
import { formatNumber, humanize } from "../../model/format";
import { Sparkline } from "../charts/Sparkline";

/** Every metric a trial reported: its shape and its last value. */
export function MetricCurves({ curve }: { curve: readonly CurvePoint[] }) {
  const names = metricNames(curve);
  if (names.length === 0) return <p className="muted">No report yet.</p>;
  return (
    <ul className="stack metric-curves">
      {names.map((name) => {
        const points = series(curve, name);
        return (
          <li key={name} className="row">
            <span className="muted">{humanize(name)}</span>
            <Sparkline points={points} label={`${name} over ${points.length} epochs`} />
            <strong className="number">{formatNumber(points.at(-1)?.y)}</strong>
          </li>
        );
      })}
    </ul>
  );
}
