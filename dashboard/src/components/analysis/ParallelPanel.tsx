import { type PointerEvent, useMemo, useState } from "react";
import type { Objective, ParameterSpec } from "../../api/types";
import { useWidth } from "../../hooks/useWidth";
import { parameterAxis, valueAxis, type Axis } from "../../model/axis";
import { bestSoFar, telling, type TrialPoint } from "../../model/bestSoFar";
import { linePath } from "../../model/curves";
import { formatNumber } from "../../model/format";
import { inactive, nearestThread, threads, valueLabel, type Thread } from "../../model/parallel";
import { type Scale } from "../../model/scale";
import { scaleX, scaleY } from "../charts/PlotAxes";

interface Props {
  points: readonly TrialPoint[];
  objective: Objective;
  space: Readonly<Record<string, ParameterSpec>>;
  selected: number | null;
  onSelect: (number: number) => void;
}

const height = 340;
const mostThreads = 400;
const roomOfAxis = 96;

/** Every parameter as an upright axis, the objective as the last one, and a line for each trial; the best tenth stands out. */
export function ParallelPanel({ points, objective, space, selected, onSelect }: Props) {
  const [element, width] = useWidth<HTMLDivElement>();
  const [hovered, setHovered] = useState<Thread>();
  const axes = useMemo(() => axesOf(points, objective, space), [points, objective, space]);
  const all = useMemo(() => threads(points, axes, objective.goal, mostThreads), [points, axes, objective]);
  const inner = Math.max(width, axes.length * roomOfAxis);
  const area = { left: 44, right: inner - 56, top: 34, bottom: height - 52 };
  const toX: Scale = (index) => scaleX(area)(axes.length === 1 ? 0 : index / (axes.length - 1));
  const toY = scaleY(area);
  const shown = hovered ?? all.find(({ number }) => number === selected);
  const hover = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent): void => {
    const x = ((offsetX - area.left) / (area.right - area.left)) * (axes.length - 1);
    setHovered(nearestThread(all, x, (area.bottom - offsetY) / (area.bottom - area.top), 0.05));
  };
  return (
    <div className="parallel" ref={element} tabIndex={0} role="region" aria-label="Parallel coordinates">
      <div className="chart" style={{ width: inner }}>
        <svg
          height={height}
          role="img"
          aria-label={`${all.length} trials over ${axes.length} axes`}
          style={{ cursor: hovered ? "pointer" : "default" }}
          onPointerMove={hover}
          onPointerLeave={() => setHovered(undefined)}
          onClick={() => hovered && onSelect(hovered.number)}
        >
          <path className="threads" d={all.filter(({ good }) => !good).map((thread) => pathOf(thread, toX, toY)).join("")} />
          <path className="threads good" d={all.filter(({ good }) => good).map((thread) => pathOf(thread, toX, toY)).join("")} />
          {shown && <path className="thread" d={pathOf(shown, toX, toY)} />}
          {all.some(({ places }) => places.includes(undefined)) && (
            <text x={0} y={toY(inactive)} dy="0.35em">
              not set
            </text>
          )}
          {axes.map((axis, index) => (
            <UprightAxis key={axis.label} axis={axis} title={axis.label === valueLabel ? objective.metric : axis.label} x={toX(index)} toY={toY} />
          ))}
        </svg>
        {hovered && (
          <div className="tooltip" style={{ left: toX(axes.length - 1) - 70, top: Math.max(90, toY(hovered.places.at(-1) ?? 0)) }}>
            <strong>Trial {hovered.number}</strong>
            <div>{formatNumber(hovered.value)}</div>
          </div>
        )}
      </div>
    </div>
  );
}

function axesOf(points: readonly TrialPoint[], { goal }: Objective, space: Props["space"]): Axis[] {
  const parameters = Object.entries(space).map(([name, spec]) => parameterAxis(name, spec));
  return [...parameters, valueAxis(valueLabel, telling(points, bestSoFar(points, goal)))];
}

function pathOf({ places }: Thread, toX: Scale, toY: Scale): string {
  return linePath(places.map((place, index) => ({ x: toX(index), y: toY(place ?? inactive) })));
}

function UprightAxis({ axis, title, x, toY }: { axis: Axis; title: string; x: number; toY: Scale }) {
  return (
    <g aria-hidden="true" transform={`translate(${x} 0)`}>
      <line className="axis" y1={toY(0)} y2={toY(1)} />
      <text className="axis-label" y={16} textAnchor="middle">
        {title.length > 16 ? `${title.slice(0, 15)}…` : title}
        <title>{title}</title>
      </text>
      {axis.ticks.map(({ at, label }) => (
        <text key={label} className="on-lines" x={6} y={toY(at)} dy="0.35em">
          {label}
        </text>
      ))}
    </g>
  );
}
