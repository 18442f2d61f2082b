import type { Sweep, SweepState, TrialCounts, TrialState } from "../api/types";

/** In the order of the progress bar: what is settled first. */
export const trialStates: readonly TrialState[] = [
  "completed",
  "pruned",
  "failed",
  "cancelled",
  "running",
  "paused",
  "pending",
];

export interface Segment {
  state: TrialState;
  count: number;
}

export function segments(counts: TrialCounts): Segment[] {
  return trialStates.map((state) => ({ state, count: counts[state] ?? 0 })).filter(({ count }) => count > 0);
}

export function settled(counts: TrialCounts): number {
  return counts.completed + counts.pruned + counts.failed + counts.cancelled;
}

/** How many trials there will be, as far as that is known: a sweep suggests them little by little. */
export function planned({ state, spec, trials }: Pick<Sweep, "state" | "spec" | "trials">): number {
  return isOver(state) ? trials.total : Math.max(trials.total, spec.budget?.maxTrials ?? 0);
}

export function isOver(state: SweepState): boolean {
  return state === "completed" || state === "cancelled" || state === "failed";
}
