import { linePath, type XY } from "../../model/curves";
import { linear } from "../../model/scale";

const size = { width: 120, height: 28 };

/** A curve without axes, for the shape only. */
export function Sparkline({ points, label }: { points: readonly XY[]; label: string }) {
  const range = (values: number[]) => ({ min: Math.min(...values), max: Math.max(...values) });
  const toX = linear(range(points.map(({ x }) => x)), 2, size.width - 2);
  const toY = linear(range(points.map(({ y }) => y)), size.height - 3, 3);
  const path = linePath(points.map(({ x, y }) => ({ x: toX(x), y: toY(y) })));
  return (
    <svg className="sparkline" {...size} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}
