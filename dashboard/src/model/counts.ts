import type { SweepState, TrialCounts, TrialState } from "../api/types";

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

export function isOver(state: SweepState): boolean {
  return state === "completed" || state === "cancelled" || state === "failed";
}
