import { expect, test } from "vitest";
import { dotsPath, nearest, thin } from "./dots";

const dot = (x: number, y: number, item: number) => ({ x, y, item });

test("keeps the last dot of a cell", () => {
  expect(thin([dot(10, 10, 1), dot(10.4, 10.4, 2), dot(14, 10, 3)], 2).map(({ item }) => item)).toEqual([2, 3]);
});

test("a hundred thousand dots leave at most one for each cell", () => {
  const dots = Array.from({ length: 100_000 }, (_, index) => dot(index % 800, (index * 7919) % 300, index));
  expect(thin(dots, 2).length).toBeLessThanOrEqual(401 * 151);
});

test("finds the nearest dot within reach", () => {
  const dots = [dot(0, 0, 1), dot(10, 0, 2)];
  expect(nearest(dots, 7, 0, 24)?.item).toBe(2);
  expect(nearest(dots, 50, 50, 24)).toBeUndefined();
});

test("draws each dot as a stroke without length", () => {
  expect(dotsPath([dot(1, 2, 0), dot(3.14159, 4, 0)])).toBe("M1.0 2.0h0M3.1 4.0h0");
});
