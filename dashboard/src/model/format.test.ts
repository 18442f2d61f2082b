import { expect, test } from "vitest";
import { formatBytes, formatCount, formatJson, formatNumber, formatPercent, humanize } from "./format";

test("keeps four significant digits", () => {
  expect(formatNumber(0.993217)).toBe("0.9932");
  expect(formatNumber(-12.34567)).toBe("-12.35");
});

test("writes small and huge magnitudes with an exponent", () => {
  expect(formatNumber(0.000321)).toBe("3.21e-4");
  expect(formatNumber(-1e30)).toBe("-1e30");
});

test("shows integers whole and what is missing as a dash", () => {
  expect(formatNumber(64)).toBe("64");
  expect(formatNumber(0)).toBe("0");
  expect([null, undefined, Number.NaN, Infinity].map(formatNumber)).toEqual(["–", "–", "–", "–"]);
});

test("groups the digits of counts", () => {
  expect(formatCount(100000)).toBe("100\u202f000");
  expect(formatCount(-1234)).toBe("−1\u202f234");
});

test("never rounds an unfinished share up to all of it", () => {
  expect(formatPercent(0.9999)).toBe("99\u202f%");
  expect(formatPercent(1)).toBe("100\u202f%");
  expect(formatPercent(0.424)).toBe("42\u202f%");
});

test("chooses the binary unit", () => {
  expect([0, 512, 1536, 8 * 1024 ** 3, null].map(formatBytes)).toEqual(["0\u202fB", "512\u202fB", "1.5\u202fKiB", "8\u202fGiB", "–"]);
});

test("formats parameter values of every kind", () => {
  expect([0.01, "adam", true, null, [1, 2]].map((value) => formatJson(value))).toEqual(["0.01", "adam", "true", "–", "[1,2]"]);
});

test("turns names into words", () => {
  expect(humanize("validationAccuracy")).toBe("Validation accuracy");
  expect(humanize("out-of_memory")).toBe("Out of memory");
});
