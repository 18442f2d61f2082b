import { expect, test } from "vitest";
import type { Sweep } from "../api/types";
import { mergeSweeps } from "./sweepList";

const sweep = (id: string, createdAt: string, state = "running") => ({ id, createdAt, state }) as Sweep;
const loaded = [sweep("a", "2026-01-01T00:00:00Z"), sweep("b", "2026-01-02T00:00:00Z")];

test("puts the newest first and changes in their place", () => {
  const changes = new Map([
    ["a", sweep("a", "2026-01-01T00:00:00Z", "completed")],
    ["c", sweep("c", "2026-01-03T00:00:00Z")],
  ]);
  const merged = mergeSweeps(loaded, changes, "");
  expect(merged.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  expect(merged[2]?.state).toBe("completed");
});

test("a sweep that left the wanted state leaves the list", () => {
  const changes = new Map([["a", sweep("a", "2026-01-01T00:00:00Z", "completed")]]);
  expect(mergeSweeps(loaded, changes, "running").map(({ id }) => id)).toEqual(["b"]);
});
