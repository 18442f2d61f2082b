import { expect, test } from "vitest";
import { linearAxis, parameterAxis } from "./axis";
import type { TrialPoint } from "./bestSoFar";
import { inactive, nearestThread, threads, valueLabel } from "./parallel";

const axes = [parameterAxis("x", { type: "float", min: 0, max: 1 }), linearAxis(valueLabel, { min: 0, max: 10 })];

function point(number: number, value: number | null, parameters = { x: value === null ? 0 : value / 10 }): TrialPoint {
  return { number, value, values: [value], state: "completed", parameters };
}

test("the best thread comes last and is a good one", () => {
  const all = threads([point(0, 5), point(1, 1), point(2, null), point(3, 9)], axes, "minimize", 100);
  expect(all.map(({ number }) => number)).toEqual([3, 0, 1]);
  expect(all.map(({ good }) => good)).toEqual([false, false, true]);
  expect(all.at(-1)!.places).toEqual([0.1, 0.1]);
});

test("of many trials the best are all drawn, of the others some", () => {
  const many = Array.from({ length: 10_000 }, (_, number) => point(number, number / 1000));
  const all = threads(many, axes, "maximize", 400);
  expect(all.length).toBeLessThanOrEqual(401);
  expect(all.filter(({ good }) => good)).toHaveLength(200);
  expect(all.at(-1)!.number).toBe(9999);
});

test("the thread under the pointer is found between axes", () => {
  const all = threads([point(0, 2), point(1, 8)], axes, "minimize", 100);
  expect(nearestThread(all, 0.5, 0.75, 0.1)?.number).toBe(1);
  expect(nearestThread(all, 0.5, 0.5, 0.1)).toBeUndefined();
});

test("a thread passes below an axis that it does not have", () => {
  const all = threads([{ ...point(0, 5), parameters: {} }], axes, "minimize", 100);
  expect(all[0]!.places[0]).toBeUndefined();
  expect(nearestThread(all, 0, inactive, 0.01)?.number).toBe(0);
});
