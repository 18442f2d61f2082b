import { type PointerEvent, type ReactNode, useMemo, useState } from "react";
import { useWidth } from "../../hooks/useWidth";
import type { Axis } from "../../model/axis";
import { dotsPath, nearest, thin, type Dot } from "../../model/dots";
import { clamp, type Scale } from "../../model/scale";
import { PlotAxes, areaOf, scaleX, scaleY } from "./PlotAxes";

export interface Mark {
  number: number;
  x: number;
  y: number;
  /** A class of dots, drawn in the order of `groups`. */
  group: string;
  lines: readonly string[];
}

interface Props {
  label: string;
  height: number;
  x: Axis;
  y: Axis;
  marks: readonly Mark[];
  groups: readonly string[];
  selected: number | null;
  onSelect: (number: number) => void;
  /** Drawn under the dots. */
  under?: (toX: Scale, toY: Scale) => ReactNode;
}

/** Trials as dots over two axes; marks are placed from 0 to 1. */
export function ScatterChart({ label, height, x, y, marks, groups, selected, onSelect, under }: Props) {
  const [element, width] = useWidth<HTMLDivElement>();
  const [hovered, setHovered] = useState<Dot<Mark>>();
  const area = areaOf(width, height);
  const [toX, toY] = [scaleX(area), scaleY(area)];
  const dots = useMemo(
    () => groups.map((group) => thin(marks.filter((mark) => mark.group === group).map((item) => ({ x: toX(item.x), y: toY(item.y), item })), 2)),
    [marks, groups, width, height],
  );
  const chosen = dots.flat().find(({ item }) => item.number === selected);
  const hover = ({ nativeEvent }: PointerEvent): void => setHovered(nearest(dots.flat(), nativeEvent.offsetX, nativeEvent.offsetY, 20));
  return (
    <div className="chart" ref={element}>
      <svg
        height={height}
        role="img"
        aria-label={label}
        style={{ cursor: hovered ? "pointer" : "default" }}
        onPointerMove={hover}
        onPointerLeave={() => setHovered(undefined)}
        onClick={() => hovered && onSelect(hovered.item.number)}
      >
        {width > 0 && (
          <>
            <PlotAxes area={area} x={x} y={y} />
            {under?.(toX, toY)}
            {groups.map((group, index) => (
              <path key={group} className={`dots ${group}`} d={dotsPath(dots[index]!)} />
            ))}
            {chosen && <circle className="marked" cx={chosen.x} cy={chosen.y} r={7} />}
            {hovered && <circle className="marked" cx={hovered.x} cy={hovered.y} r={6} />}
          </>
        )}
      </svg>
      {hovered && (
        <div className="tooltip" style={{ left: clamp(hovered.x, { min: 80, max: Math.max(80, width - 80) }), top: hovered.y }}>
          <strong>Trial {hovered.item.number}</strong>
          {hovered.item.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
    </div>
  );
}
