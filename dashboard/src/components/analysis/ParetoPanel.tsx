import { useMemo, useState } from "react";
import { getPareto, type Pareto } from "../../api/analysis";
import type { Objective } from "../../api/types";
import { useResource } from "../../hooks/useResource";
import { valueAxis, type Axis } from "../../model/axis";
import type { TrialPoint } from "../../model/bestSoFar";
import { linePath } from "../../model/curves";
import { formatCount, formatNumber, humanize } from "../../model/format";
import { border, measured, pairsOf, type Measured } from "../../model/pareto";
import { ScatterChart, type Mark } from "../charts/ScatterChart";
import { ErrorNotice } from "../Notice";
import { Segmented } from "../Segmented";
import { GrowthChart } from "./GrowthChart";

interface Props {
  sweep: string;
  points: readonly TrialPoint[];
  objectives: readonly Objective[];
  revision: unknown;
  selected: number | null;
  onSelect: (number: number) => void;
}

const groups = ["other", "front"] as const;

/** Two objectives against each other with the front, and how its hypervolume grew. */
export function ParetoPanel({ sweep, points, objectives, revision, selected, onSelect }: Props) {
  const { data, error } = useResource((signal) => getPareto(sweep, signal), [sweep], revision);
  const pairs = useMemo(() => pairsOf(objectives), [objectives]);
  const [chosen, setChosen] = useState("0");
  const pair = pairs[Number(chosen)]!;
  const shown = useMemo(() => measured(points, pair), [points, pair]);
  const [x, y] = useMemo(() => axesOf(shown, objectives, pair), [shown, objectives, pair]);
  const front = useMemo(() => new Set(data?.items.map(({ number }) => number)), [data]);
  const names = ([a, b]: [number, number]): string => `${humanize(objectives[a]!.metric)} × ${humanize(objectives[b]!.metric).toLowerCase()}`;
  return (
    <div className="stack">
      {pairs.length > 1 && (
        <Segmented label="Objectives" options={pairs.map((one, index) => ({ value: String(index), label: names(one) }))} value={chosen} onChange={setChosen} />
      )}
      <ErrorNotice error={error} />
      <ScatterChart
        label={`Pareto front of ${names(pair)}`}
        height={340}
        x={x}
        y={y}
        marks={shown.map((one) => markOf(one, front, x, y))}
        groups={groups}
        selected={selected}
        onSelect={onSelect}
        under={(toX, toY) =>
          objectives.length === 2 && (
            <path
              className="best"
              d={linePath(
                border(shown.filter(({ point }) => front.has(point.number)), objectives[pair[0]]!.goal).map((corner) => ({
                  x: toX(x.place(corner.x) ?? 0),
                  y: toY(y.place(corner.y) ?? 0),
                })),
              )}
            />
          )
        }
      />
      {data && <p className="muted">{described(data)}</p>}
      {data && data.history.length > 1 && <GrowthChart history={data.history} />}
    </div>
  );
}

function axesOf(shown: readonly Measured[], objectives: readonly Objective[], [a, b]: readonly [number, number]): [Axis, Axis] {
  const label = ({ metric, goal }: Objective): string => `${humanize(metric)}, ${goal === "maximize" ? "higher" : "lower"} is better`;
  return [
    valueAxis(label(objectives[a]!), shown.map(({ x }) => x)),
    valueAxis(label(objectives[b]!), shown.map(({ y }) => y)),
  ];
}

function markOf({ point: { number, values, state }, x: atX, y: atY }: Measured, front: ReadonlySet<number>, x: Axis, y: Axis): Mark {
  const lines = [state, (values ?? []).map(formatNumber).join(" · ")];
  return { number, x: x.place(atX)!, y: y.place(atY)!, group: front.has(number) ? "front" : "other", lines };
}

function described({ items, trials, hypervolume, reference, note }: Pareto): string {
  const front = `${formatCount(items.length)} of ${formatCount(trials)} trials are on the front.`;
  const volume = reference && `Hypervolume ${formatNumber(hypervolume)}, measured from ${reference.map(formatNumber).join(" and ")}.`;
  return [front, volume, note].filter(Boolean).join(" ");
}
