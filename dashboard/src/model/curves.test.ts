import { expect, test } from "vitest";
import type { CurvePoint } from "../api/types";
import { linePath, metricNames, series, shownTrials, withPoint } from "./curves";

const point = (step: number, loss: number | null): CurvePoint => ({ step, metrics: { loss }, at: "2026-01-01T00:00:00Z" });

test("adds later steps at the end and late ones where they belong", () => {
  const curve = [point(1, 3), point(3, 1)];
  expect(withPoint(curve, point(4, 0)).map(({ step }) => step)).toEqual([1, 3, 4]);
  expect(withPoint(curve, point(2, 2)).map(({ step }) => step)).toEqual([1, 2, 3]);
});

test("a step that a later attempt trained again replaces the earlier report", () => {
  expect(series(withPoint([point(1, 3), point(2, 2)], point(1, 9)), "loss")).toEqual([
    { x: 1, y: 9 },
    { x: 2, y: 2 },
  ]);
});

test("leaves out what is no number", () => {
  expect(series([point(1, null), point(2, 0.5)], "loss")).toEqual([{ x: 2, y: 0.5 }]);
  expect(series([point(1, 1)], "accuracy")).toEqual([]);
});

test("names every metric once", () => {
  expect(metricNames([point(1, 1), { ...point(2, 1), metrics: { loss: 1, accuracy: 2 } }])).toEqual(["loss", "accuracy"]);
});

test("shows the chosen and the best trial first, then the latest, each once", () => {
  expect(shownTrials(3, 7, [0, 3, 9, 7, 8], 4)).toEqual([3, 7, 9, 8]);
  expect(shownTrials(null, null, [5, 1, 2], 2)).toEqual([5, 2]);
});

test("writes a line as one path", () => {
  expect(linePath([{ x: 0, y: 1 }, { x: 2, y: 3 }])).toBe("M0.0 1.0L2.0 3.0");
});
