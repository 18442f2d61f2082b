import { type PointerEvent, useMemo, useState } from "react";
import type { Goal, TrialState } from "../../api/types";
import { useWidth } from "../../hooks/useWidth";
import { bestSoFar, telling, type Step, type TrialPoint } from "../../model/bestSoFar";
import { dotsPath, nearest, thin, type Dot } from "../../model/dots";
import { formatNumber } from "../../model/format";
import { clamp, robustDomain } from "../../model/scale";
import { Axes, type Frame } from "./Axes";
import { frameOf } from "./frame";

interface Props {
  points: readonly TrialPoint[];
  goal: Goal;
  metric: string;
  selected: number | null;
  onSelect: (number: number) => void;
}

const height = 300;
export const drawnStates: readonly TrialState[] = ["pruned", "cancelled", "failed", "paused", "running", "completed"];

/** Every trial with a value as a dot, and the best so far as a staircase over them. */
export function BestChart({ points, goal, metric, selected, onSelect }: Props) {
  const [element, width] = useWidth<HTMLDivElement>();
  const [hovered, setHovered] = useState<Dot<TrialPoint>>();
  const valued = useMemo(() => points.filter((point) => point.value !== null), [points]);
  const steps = useMemo(() => bestSoFar(valued, goal), [valued, goal]);
  const frame = useMemo(() => chartFrame(width, points, steps), [width, points, steps]);
  const dots = useMemo(() => thin(valued.map((point) => dotOf(point, frame)), 2), [valued, frame]);
  const chosen = dots.find(({ item }) => item.number === selected);
  const hover = ({ nativeEvent }: PointerEvent): void =>
    setHovered(nearest(dots, nativeEvent.offsetX, nativeEvent.offsetY, 24));

  return (
    <div className="chart" ref={element}>
      <svg
        height={height}
        role="img"
        aria-label={`${metric} of ${valued.length} trials and the best so far`}
        style={{ cursor: hovered ? "pointer" : "default" }}
        onPointerMove={hover}
        onPointerLeave={() => setHovered(undefined)}
        onClick={() => hovered && onSelect(hovered.item.number)}
      >
        {width > 0 && (
          <>
            <Axes frame={frame} xLabel="Trial" />
            {drawnStates.map((state) => (
              <path key={state} className={`dots ${state}`} d={dotsPath(dots.filter(({ item }) => item.state === state))} />
            ))}
            <path className="best" d={staircase(steps, frame)} />
            {chosen && <circle className="marked" cx={chosen.x} cy={chosen.y} r={7} />}
            {hovered && <circle className="marked" cx={hovered.x} cy={hovered.y} r={6} />}
          </>
        )}
      </svg>
      {hovered && (
        <div className="tooltip" style={{ left: clamp(hovered.x, { min: 70, max: width - 70 }), top: hovered.y }}>
          <strong>Trial {hovered.item.number}</strong> · {hovered.item.state}
          <br />
          {metric} {formatNumber(hovered.item.value)}
        </div>
      )}
    </div>
  );
}

function chartFrame(width: number, points: readonly TrialPoint[], steps: readonly Step[]): Frame {
  const last = points.reduce((most, { number }) => Math.max(most, number), 1);
  return frameOf(width, height, { min: -0.5, max: last + 0.5 }, robustDomain(telling(points, steps)));
}

function dotOf(item: TrialPoint, { toX, toY, y }: Frame): Dot<TrialPoint> {
  return { x: toX(item.number), y: toY(clamp(item.value!, y)), item };
}

function staircase(steps: readonly Step[], { toX, toY, x, y }: Frame): string {
  const corners = steps.map(({ number, value }, index) => {
    const [atX, atY] = [toX(number), toY(clamp(value, y))];
    return index === 0 ? `M${atX} ${atY}` : `H${atX}V${atY}`;
  });
  return corners.length === 0 ? "" : `${corners.join("")}H${toX(x.max)}`;
}
