export interface Dot<T> {
  x: number;
  y: number;
  item: T;
}

const rowsOfCells = 65_536;

/** Keeps the last dot of every cell of `size` pixels: 100,000 dots look the same and still draw at once. */
export function thin<T>(dots: readonly Dot<T>[], size: number): Dot<T>[] {
  const cells = new Map<number, Dot<T>>();
  for (const dot of dots) cells.set(Math.round(dot.x / size) * rowsOfCells + Math.round(dot.y / size), dot);
  return [...cells.values()];
}

/** One SVG path that draws every dot as a zero-length stroke; round line caps make it a disc. */
export function dotsPath(dots: readonly Dot<unknown>[]): string {
  return dots.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join("");
}

/** The dot nearest to the pointer within `reach` pixels. */
export function nearest<T>(dots: readonly Dot<T>[], x: number, y: number, reach: number): Dot<T> | undefined {
  let best: Dot<T> | undefined;
  let bestDistance = reach;
  for (const dot of dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance <= bestDistance) {
      best = dot;
      bestDistance = distance;
    }
  }
  return best;
}
