import { expect, test } from "vitest";
import { routeOf, sweepPath } from "./route";

test("knows every page by its address", () => {
  expect(["/", "/sweeps", "/submit", "/datasets/", "/nodes"].map((path) => routeOf(path).page)).toEqual([
    "sweeps",
    "sweeps",
    "submit",
    "datasets",
    "nodes",
  ]);
  expect(routeOf("/nodes/1")).toEqual({ page: "unknown", path: "/nodes/1" });
});

test("a sweep's path leads back to its id, whatever is in it", () => {
  expect(routeOf(sweepPath("a/b c"))).toEqual({ page: "sweep", id: "a/b c" });
  expect(sweepPath("s1", 4)).toBe("/sweeps/s1?trial=4");
});
