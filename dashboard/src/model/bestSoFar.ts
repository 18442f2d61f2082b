import type { Goal, TrialState } from "../api/types";
import { isBetter } from "./objective";

/** A trial as the charts need it. */
export interface TrialPoint {
  number: number;
  value: number | null;
  state: TrialState;
}

export interface Step {
  number: number;
  value: number;
}

/** Only a completed trial can be the best: a pruned one stopped before its value meant anything. */
function counts(point: TrialPoint): point is TrialPoint & { value: number } {
  return point.state === "completed" && point.value !== null && Number.isFinite(point.value);
}

/** The trials that improved on every earlier one, in order of number. */
export function bestSoFar(points: readonly TrialPoint[], goal: Goal): Step[] {
  const steps: Step[] = [];
  for (const point of [...points].sort((a, b) => a.number - b.number)) {
    const last = steps.at(-1);
    if (counts(point) && (last === undefined || isBetter(point.value, last.value, goal))) {
      steps.push({ number: point.number, value: point.value });
    }
  }
  return steps;
}
