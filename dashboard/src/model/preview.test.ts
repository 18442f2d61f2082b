import { expect, test } from "vitest";
import { previewOf } from "./preview";

test("reads the answer of a dry run", () => {
  const answer = { spec: { name: "a" }, rungs: [1, 3], trials: 32, memoryPerTrial: 1024 };
  expect(previewOf(answer)).toEqual(answer);
});

test("says nothing where no node could be asked", () => {
  expect(previewOf({ spec: {}, rungs: [], trials: 4, memoryPerTrial: null }).memoryPerTrial).toBeNull();
});
