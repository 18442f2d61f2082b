import { expect, test } from "vitest";
import { elapsed, formatAgo, formatDuration, parseDuration } from "./time";

test("parses ISO-8601 durations, and refuses what is none", () => {
  expect(["PT30S", "PT1H2M3.5S", "P1DT1M", "-PT5S"].map(parseDuration)).toEqual([30_000, 3_723_500, 86_460_000, -5_000]);
  expect([null, "", "30s"].map(parseDuration)).toEqual([null, null, null]);
});

test("shows the two largest units", () => {
  expect([850, 3_400, 34_000, 119_600, 4_320_000, 90_000_000, null].map(formatDuration)).toEqual([
    "850 ms",
    "3.4 s",
    "34 s",
    "2 min",
    "1 h 12 min",
    "1 d 1 h",
    "–",
  ]);
});

test("an open end is now, and no start is no duration", () => {
  const start = "2026-01-01T00:00:00Z";
  expect(elapsed(start, null, Date.parse(start) + 5_000)).toBe(5_000);
  expect(elapsed(start, "2026-01-01T00:01:00Z", 0)).toBe(60_000);
  expect(elapsed(null, null, 0)).toBeNull();
});

test("a clock that is behind the coordinator's never counts backwards", () => {
  expect(elapsed("2026-01-01T00:00:10Z", null, Date.parse("2026-01-01T00:00:00Z"))).toBe(0);
});

test("says how long ago in the largest unit", () => {
  const now = Date.parse("2026-01-02T00:00:00Z");
  const instants = ["2026-01-01T23:59:58Z", "2026-01-01T23:59:30Z", "2026-01-01T23:10:00Z", "2026-01-01T20:00:00Z", "2025-12-30T00:00:00Z"];
  expect(instants.map((instant) => formatAgo(instant, now))).toEqual(["just now", "30 s ago", "50 min ago", "4 h ago", "3 d ago"]);
});
