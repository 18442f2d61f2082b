import type { Goal, Objective } from "../api/types";
import type { TrialPoint } from "./bestSoFar";
import { isBetter } from "./objective";

/** Every choice of two objectives, as their positions. */
export function pairsOf(objectives: readonly Objective[]): [number, number][] {
  return objectives.flatMap((_, x) => objectives.slice(x + 1).map((_, offset): [number, number] => [x, x + 1 + offset]));
}

export interface Measured {
  point: TrialPoint;
  x: number;
  y: number;
}

/** The trials that have both values. */
export function measured(points: readonly TrialPoint[], [x, y]: readonly [number, number]): Measured[] {
  return points.flatMap((point) => {
    const [atX, atY] = [point.values?.[x], point.values?.[y]];
    return isNumber(atX) && isNumber(atY) ? [{ point, x: atX, y: atY }] : [];
  });
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** The border of what two objectives' front dominates: corners from the best first value on. */
export function border(front: readonly Measured[], goal: Goal): { x: number; y: number }[] {
  const sorted = [...front].sort((a, b) => (isBetter(a.x, b.x, goal) ? -1 : 1));
  return sorted.flatMap(({ x, y }, index) => (index === 0 ? [{ x, y }] : [{ x, y: sorted[index - 1]!.y }, { x, y }]));
}
