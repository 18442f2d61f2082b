import { expect, test } from "vitest";
import type { Trial } from "../api/types";
import { reasonsOf } from "./reasons";

const trial = { state: "pruned", reason: "ranks 7 of 9", suggestionReason: "GP: likely better", decisionReason: "ranks 7 of 9" } as Trial;

test("says why a trial was chosen and why it ended", () => {
  expect(reasonsOf(trial)).toEqual([
    ["Why it was chosen", "GP: likely better"],
    ["Why it was stopped", "ranks 7 of 9"],
  ]);
});

test("a trial that nobody decided about has one reason", () => {
  expect(reasonsOf({ ...trial, state: "running", decisionReason: null })).toHaveLength(1);
  expect(reasonsOf({ ...trial, suggestionReason: "", reason: "", decisionReason: null })).toEqual([]);
});

test("a promoted trial goes on for a reason", () => {
  expect(reasonsOf({ ...trial, state: "running" })[1]![0]).toBe("What was decided last");
});
