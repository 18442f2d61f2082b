import type { Goal, Trial } from "../api/types";
import { isBetter } from "./objective";

/** A trial as the charts need it. */
export type TrialPoint = Pick<Trial, "number" | "value" | "values" | "state" | "parameters">;

export interface Step {
  number: number;
  value: number;
}

/** A trial's value is that of its best epoch, so a running or a pruned trial may be the best too. */
function counts(point: TrialPoint): point is TrialPoint & { value: number } {
  return point.state !== "failed" && point.value !== null && Number.isFinite(point.value);
}

/** Copies and sorts only where that is needed: the feed's points nearly always come in order. */
function ascending(points: readonly TrialPoint[]): readonly TrialPoint[] {
  const sorted = points.every((point, index) => index === 0 || points[index - 1]!.number < point.number);
  return sorted ? points : [...points].sort((a, b) => a.number - b.number);
}

/** The trials that improved on every earlier one, in order of number. */
export function bestSoFar(points: readonly TrialPoint[], goal: Goal): Step[] {
  const steps: Step[] = [];
  for (const point of ascending(points)) {
    const last = steps.at(-1);
    if (counts(point) && (last === undefined || isBetter(point.value, last.value, goal))) {
      steps.push({ number: point.number, value: point.value });
    }
  }
  return steps;
}

const enough = 5;

/**
 * The values that set the range of a chart: those of completed trials once there are some, for trials that
 * stopped early lie far off and would flatten the rest; and always the best so far.
 */
export function telling(points: readonly TrialPoint[], steps: readonly Step[]): number[] {
  const completed = points.filter((point) => counts(point) && point.state === "completed");
  const shown = completed.length >= enough ? completed.slice() : points.filter(counts);
  return [...shown, ...steps].map(({ value }) => value!);
}
