import type { Axis } from "../../model/axis";
import type { Scale } from "../../model/scale";

/** The part of a plot that data are drawn in, in pixels. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Room for tick labels and for both axes' names. */
export const areaOf = (width: number, height: number): Area => ({ left: 58, right: Math.max(60, width - 12), top: 30, bottom: height - 42 });

export const scaleX = ({ left, right }: Area): Scale => (share) => left + share * (right - left);
export const scaleY = ({ top, bottom }: Area): Scale => (share) => bottom - share * (bottom - top);

interface Props {
  area: Area;
  x: Axis;
  y: Axis;
}

const room = { x: 56, y: 22 };

/** Grid lines and tick labels of two axes; labels that would touch each other are left out. */
export function PlotAxes({ area, x, y }: Props) {
  const [toX, toY] = [scaleX(area), scaleY(area)];
  return (
    <g aria-hidden="true">
      {spaced(y, toY, room.y).map(({ at, label }) => (
        <g key={label} transform={`translate(0 ${toY(at)})`}>
          <line className="gridline" x1={area.left} x2={area.right} />
          <text x={area.left - 8} dy="0.35em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {spaced(x, toX, room.x).map(({ at, label }) => (
        <text key={label} x={toX(at)} y={area.bottom + 18} textAnchor="middle">
          {label}
        </text>
      ))}
      <text className="axis-label" x={0} y={area.top - 16}>
        {y.label}
      </text>
      <text className="axis-label" x={(area.left + area.right) / 2} y={area.bottom + 36} textAnchor="middle">
        {x.label}
      </text>
    </g>
  );
}

function spaced({ ticks }: Axis, scale: Scale, gap: number): Axis["ticks"] {
  const kept: { at: number; label: string }[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (!before || Math.abs(scale(tick.at) - scale(before.at)) >= gap) kept.push(tick);
  }
  return kept;
}
