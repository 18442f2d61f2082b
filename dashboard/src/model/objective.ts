import type { Goal, Objective, Sweep } from "../api/types";

/** What the sweep optimises first; undefined while its specification does not say. */
export function objectiveOf(sweep: Pick<Sweep, "spec">): Objective | undefined {
  return sweep.spec.objectives?.[0];
}

export function isBetter(candidate: number, incumbent: number, goal: Goal): boolean {
  return goal === "maximize" ? candidate > incumbent : candidate < incumbent;
}
