import { expect, test } from "vitest";
import { clamp, integerTicks, linear, robustDomain, ticks } from "./scale";

test("maps a domain onto pixels, also upside down", () => {
  const scale = linear({ min: 0, max: 10 }, 100, 0);
  expect([0, 5, 10].map(scale)).toEqual([100, 50, 0]);
});

test("a domain without extent maps to its start", () => {
  expect(linear({ min: 3, max: 3 }, 10, 90)(3)).toBe(10);
});

test("ticks are round and inside the domain", () => {
  expect(ticks({ min: 0.13, max: 0.92 }, 5)).toEqual([0.2, 0.4, 0.6, 0.8]);
  expect(ticks({ min: 0, max: 1000 }, 4)).toEqual([0, 500, 1000]);
  expect(ticks({ min: 5, max: 5 }, 4)).toEqual([5]);
});

test("integer ticks never fall between integers", () => {
  expect(integerTicks({ min: -0.5, max: 2.5 }, 10)).toEqual([0, 1, 2]);
});

test("a diverged trial does not flatten the others", () => {
  const domain = robustDomain([0.1, 0.12, 0.11, 0.13, 0.1, 0.12, 0.11, 0.13, 0.12, 0.11, 1e30]);
  expect(domain.max).toBeLessThan(1);
  expect(domain.min).toBeLessThan(0.1);
});

test("few values are all shown, and no value gives a domain all the same", () => {
  const domain = robustDomain([1, 100]);
  expect([domain.min < 1, domain.max > 100]).toEqual([true, true]);
  expect(robustDomain([Number.NaN])).toEqual({ min: 0, max: 1 });
});

test("one value lies in the middle of its domain", () => {
  expect(robustDomain([10])).toEqual({ min: 9, max: 11 });
});

test("clamps to the edges", () => {
  expect([-1, 0.5, 2].map((value) => clamp(value, { min: 0, max: 1 }))).toEqual([0, 0.5, 1]);
});
