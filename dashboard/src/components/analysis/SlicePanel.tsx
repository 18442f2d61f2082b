import { useMemo } from "react";
import type { Objective, ParameterSpec } from "../../api/types";
import { parameterAxis, valueAxis, type Axis } from "../../model/axis";
import { bestSoFar, telling, type TrialPoint } from "../../model/bestSoFar";
import { formatJson, formatNumber } from "../../model/format";
import { drawnStates } from "../charts/BestChart";
import { ScatterChart, type Mark } from "../charts/ScatterChart";

interface Props {
  points: readonly TrialPoint[];
  objective: Objective;
  space: Readonly<Record<string, ParameterSpec>>;
  selected: number | null;
  onSelect: (number: number) => void;
}

/** The objective against each parameter, on the parameter's scale. */
export function SlicePanel({ points, objective, space, selected, onSelect }: Props) {
  const y = useMemo(() => valueAxis(objective.metric, telling(points, bestSoFar(points, objective.goal))), [points, objective]);
  return (
    <div className="slices">
      {Object.entries(space).map(([name, spec]) => {
        const x = parameterAxis(name, spec);
        return (
          <ScatterChart
            key={name}
            label={`${objective.metric} by ${name}`}
            height={230}
            x={x}
            y={y}
            marks={slice(points, name, x, y)}
            groups={drawnStates}
            selected={selected}
            onSelect={onSelect}
          />
        );
      })}
    </div>
  );
}

/** Trials without a value, and those that do not have the parameter, are not in its slice. */
function slice(points: readonly TrialPoint[], name: string, x: Axis, y: Axis): Mark[] {
  return points.flatMap(({ number, state, value, parameters }) => {
    const [atX, atY] = [x.place(parameters[name]), y.place(value)];
    if (atX === undefined || atY === undefined) return [];
    const lines = [`${name} ${formatJson(parameters[name])}`, `${y.label} ${formatNumber(value)}`];
    return [{ number, x: atX, y: atY, group: state, lines }];
  });
}
