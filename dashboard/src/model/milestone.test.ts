import { expect, test } from "vitest";
import { milestone } from "./milestone";

test("every trial counts at first, every twentieth part later", () => {
  expect(new Set([0, 1, 2, 3, 4, 5].map(milestone)).size).toBe(6);
  expect(milestone(100_000)).toBe(milestone(100_100));
  expect(milestone(100_000)).toBeLessThan(milestone(106_000));
});
