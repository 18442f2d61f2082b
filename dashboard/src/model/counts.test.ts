import { expect, test } from "vitest";
import { isOver, planned, segments, settled } from "./counts";

const counts = { total: 10, pending: 3, running: 1, paused: 0, completed: 2, pruned: 3, failed: 1, cancelled: 0 };

test("shows what is settled first and leaves out what is not there", () => {
  expect(segments(counts).map(({ state }) => state)).toEqual(["completed", "pruned", "failed", "running", "pending"]);
});

test("settled trials will not run again", () => {
  expect(settled(counts)).toBe(6);
});

test("a running sweep counts towards its budget, one that is over has the trials it has", () => {
  const trial = { kind: "model" };
  const spec = { trial, budget: { maxTrials: 24 } };
  expect(planned({ state: "running", spec, trials: counts })).toBe(24);
  expect(planned({ state: "cancelled", spec, trials: counts })).toBe(10);
  expect(planned({ state: "running", spec: { trial }, trials: counts })).toBe(10);
});

test("only running and paused sweeps can be steered", () => {
  expect((["running", "paused", "completed", "cancelled", "failed"] as const).map(isOver)).toEqual([false, false, true, true, true]);
});
