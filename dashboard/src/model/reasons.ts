import type { Trial, TrialState } from "../api/types";

const decided: Partial<Record<TrialState, string>> = {
  pruned: "Why it was stopped",
  cancelled: "Why it was cancelled",
  failed: "Why it failed",
  paused: "Why it is paused",
};

/** What to tell about how a trial came to be what it is, with headings, in order. */
export function reasonsOf({ state, reason, suggestionReason, decisionReason }: Trial): [heading: string, text: string][] {
  const chosen = suggestionReason ?? reason;
  const reasons: [string, string][] = [];
  if (chosen) reasons.push(["Why it was chosen", chosen]);
  if (decisionReason) reasons.push([decided[state] ?? "What was decided last", decisionReason]);
  return reasons;
}
