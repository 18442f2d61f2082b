import { expect, test } from "vitest";
import { logTicks, parameterAxis, valueAxis } from "./axis";

test("a log parameter is placed by its logarithm", () => {
  const axis = parameterAxis("rate", { type: "float", min: 1e-4, max: 1, scale: "log" });
  expect(axis.place(1e-2)).toBeCloseTo(0.5);
  expect(axis.ticks.map(({ label }) => label)).toEqual(["1e-4", "0.001", "0.01", "0.1", "1"]);
});

test("a linear parameter is placed evenly, and what lies outside at the end", () => {
  const axis = parameterAxis("units", { type: "int", min: 8, max: 32 });
  expect(axis.place(20)).toBeCloseTo(0.5);
  expect(axis.place(64)).toBe(1);
});

test("categories have a slot each, whatever their type", () => {
  const axis = parameterAxis("kind", { type: "categorical", values: ["a", 2, true] });
  expect(axis.place("a")).toBeCloseTo(1 / 6);
  expect(axis.place(true)).toBeCloseTo(5 / 6);
  expect(axis.place("true")).toBeUndefined();
  expect(axis.ticks.map(({ label }) => label)).toEqual(["a", "2", "true"]);
});

test("what is not active has no place", () => {
  expect(parameterAxis("momentum", { type: "float", min: 0, max: 1 }).place(undefined)).toBeUndefined();
  expect(valueAxis("loss", [1, 2]).place(null)).toBeUndefined();
});

test("a range of one value lies in the middle", () => {
  expect(parameterAxis("x", { type: "int", min: 3, max: 3 }).place(3)).toBe(0.5);
});

test("log ticks are few", () => {
  expect(logTicks({ min: 8, max: 64 })).toEqual([10, 20, 50]);
  expect(logTicks({ min: 1e-12, max: 1 })).toHaveLength(5);
});
