import { expect, test } from "vitest";
import type { TrialState } from "../api/types";
import { bestSoFar, telling, type TrialPoint } from "./bestSoFar";

const point = (number: number, value: number | null, state: TrialState = "completed"): TrialPoint => ({ number, value, values: [value], state, parameters: {} });

test("keeps only trials that improve, in order of number", () => {
  const points = [point(2, 0.7), point(0, 0.5), point(1, 0.4), point(3, 0.9)];
  expect(bestSoFar(points, "maximize").map(({ number }) => number)).toEqual([0, 2, 3]);
  expect(bestSoFar(points, "minimize").map(({ number }) => number)).toEqual([0, 1]);
});

test("does not take an equal value for an improvement", () => {
  expect(bestSoFar([point(0, 0.5), point(1, 0.5)], "maximize")).toEqual([{ number: 0, value: 0.5 }]);
});

test("counts running and pruned trials, but none without a finite value and none that failed", () => {
  const points = [point(0, null, "running"), point(1, Infinity), point(2, 9, "failed"), point(3, 1, "pruned"), point(4, 2, "running")];
  expect(bestSoFar(points, "maximize").map(({ number }) => number)).toEqual([3, 4]);
});

test("is empty without trials", () => {
  expect(bestSoFar([], "minimize")).toEqual([]);
});

test("completed trials and the best set the range once there are enough of them", () => {
  const completed = [0, 1, 2, 3, 4].map((number) => point(number, 0.9));
  const pruned = point(5, 0.1, "pruned");
  expect(telling([...completed, pruned], [{ number: 6, value: 0.95 }])).toEqual([0.9, 0.9, 0.9, 0.9, 0.9, 0.95]);
  expect(telling([point(0, 0.9), pruned], [])).toEqual([0.9, 0.1]);
});
