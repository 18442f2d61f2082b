import { expect, test } from "vitest";
import type { Objective } from "../api/types";
import type { TrialPoint } from "./bestSoFar";
import { border, measured, pairsOf } from "./pareto";

const objective = (metric: string): Objective => ({ metric, goal: "minimize" });
const point = (number: number, values: (number | null)[]): TrialPoint => ({ number, value: values[0]!, values, state: "completed", parameters: {} });

test("three objectives make three pairs, one makes none", () => {
  expect(pairsOf([objective("a"), objective("b"), objective("c")])).toEqual([[0, 1], [0, 2], [1, 2]]);
  expect(pairsOf([objective("a")])).toEqual([]);
});

test("a trial that lacks one of the values is left out", () => {
  const all = measured([point(0, [1, 2, 3]), point(1, [1, null, 3]), point(2, [])], [0, 1]);
  expect(all.map(({ point: { number }, x, y }) => [number, x, y])).toEqual([[0, 1, 2]]);
});

test("the border goes in steps from the best first value", () => {
  const front = measured([point(0, [3, 1]), point(1, [1, 4])], [0, 1]);
  expect(border(front, "minimize")).toEqual([{ x: 1, y: 4 }, { x: 3, y: 4 }, { x: 3, y: 1 }]);
  expect(border(front, "maximize")[0]).toEqual({ x: 3, y: 1 });
});
