import { useMemo } from "react";
import { useWidth } from "../../hooks/useWidth";
import { linePath, type XY } from "../../model/curves";
import { clamp, robustDomain } from "../../model/scale";
import { Axes, type Frame } from "./Axes";
import { frameOf } from "./frame";

export interface Curve {
  number: number;
  label: string;
  points: readonly XY[];
  emphasis: boolean;
}

interface Props {
  curves: readonly Curve[];
  metric: string;
  onSelect: (number: number) => void;
}

const height = 260;
const seriesColour = (index: number): string => `var(--series-${(index % 8) + 1})`;

/** The objective metric of several trials by epoch, one line each. */
export function CurvesChart({ curves, metric, onSelect }: Props) {
  const [element, width] = useWidth<HTMLDivElement>();
  const frame = useMemo(() => curvesFrame(width, curves), [width, curves]);
  return (
    <div className="chart" ref={element}>
      <svg height={height} role="img" aria-label={`${metric} by epoch of ${curves.length} trials`}>
        {width > 0 && (
          <>
            <Axes frame={frame} xLabel="Epoch" />
            {curves.map((curve, index) => (
              <Line key={curve.number} curve={curve} colour={seriesColour(index)} frame={frame} />
            ))}
          </>
        )}
      </svg>
      <ul className="legend">
        {curves.map(({ number, label }, index) => (
          <li key={number}>
            <button className="button quiet" onClick={() => onSelect(number)}>
              <span className="swatch" style={{ background: seriesColour(index) }} />
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ curve, colour, frame }: { curve: Curve; colour: string; frame: Frame }) {
  const path = curve.points.map(({ x, y }) => ({ x: frame.toX(x), y: frame.toY(clamp(y, frame.y)) }));
  const end = path.at(-1);
  return (
    <g stroke={colour} className={curve.emphasis ? "curve emphasis" : "curve"}>
      <path d={linePath(path)} />
      {end && <circle cx={end.x} cy={end.y} r={2.5} fill={colour} />}
    </g>
  );
}

function curvesFrame(width: number, curves: readonly Curve[]): Frame {
  const points = curves.flatMap((curve) => curve.points);
  const xs = points.map(({ x }) => x);
  const min = xs.length === 0 ? 0 : Math.min(...xs);
  return frameOf(width, height, { min, max: Math.max(min + 1, ...xs) }, robustDomain(points.map(({ y }) => y)));
}
