import { formatNumber } from "../../model/format";
import { integerTicks, ticks, type Domain, type Scale } from "../../model/scale";

export interface Frame {
  width: number;
  height: number;
  x: Domain;
  y: Domain;
  toX: Scale;
  toY: Scale;
}

export const margin = { top: 10, right: 12, bottom: 40, left: 54 };

interface Props {
  frame: Frame;
  xLabel: string;
}

/** Grid lines and tick labels; x counts something, y is a measured value. */
export function Axes({ frame: { width, height, x, y, toX, toY }, xLabel }: Props) {
  return (
    <g aria-hidden="true">
      {ticks(y, 7).map((tick) => (
        <g key={tick} transform={`translate(0 ${toY(tick)})`}>
          <line className="gridline" x1={margin.left} x2={width - margin.right} />
          <text x={margin.left - 9} dy="0.35em" textAnchor="end">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {integerTicks(x, Math.max(2, Math.floor(width / 90))).map((tick) => (
        <text key={tick} x={toX(tick)} y={height - margin.bottom + 18} textAnchor="middle">
          {formatNumber(tick)}
        </text>
      ))}
      <text x={(margin.left + width - margin.right) / 2} y={height - 4} textAnchor="middle">
        {xLabel}
      </text>
    </g>
  );
}
