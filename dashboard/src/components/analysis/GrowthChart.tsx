import { useMemo } from "react";
import { useWidth } from "../../hooks/useWidth";
import { linearAxis } from "../../model/axis";
import { PlotAxes, areaOf, scaleX, scaleY } from "../charts/PlotAxes";

const height = 190;

/** The hypervolume of all trials up to each, as a staircase. */
export function GrowthChart({ history }: { history: readonly { number: number; hypervolume: number }[] }) {
  const [element, width] = useWidth<HTMLDivElement>();
  const last = history.at(-1)!;
  const [x, y] = useMemo(
    () => [linearAxis("Trial", { min: 0, max: Math.max(1, last.number) }), linearAxis("Hypervolume", { min: 0, max: last.hypervolume * 1.05 || 1 })],
    [last.number, last.hypervolume],
  );
  const area = areaOf(width, height);
  const [toX, toY] = [scaleX(area), scaleY(area)];
  const steps = history.map(({ number, hypervolume }, index) => {
    const [atX, atY] = [toX(x.place(number)!), toY(y.place(hypervolume)!)];
    return index === 0 ? `M${atX} ${atY}` : `H${atX}V${atY}`;
  });
  return (
    <div className="chart" ref={element}>
      <svg height={height} role="img" aria-label="Hypervolume over trials">
        {width > 0 && (
          <>
            <PlotAxes area={area} x={x} y={y} />
            <path className="best" d={steps.join("")} />
          </>
        )}
      </svg>
    </div>
  );
}
