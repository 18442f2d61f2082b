import { expect, test } from "vitest";
import { listText, parseList, parseScalar, read, scalarText, write } from "./draft";

test("reads at a path, and nothing where there is none", () => {
  expect(read({ trial: { epochs: 3 } }, ["trial", "epochs"])).toBe(3);
  expect(read({ trial: 1 }, ["trial", "epochs"])).toBeUndefined();
});

test("writes without changing the original and makes objects on the way", () => {
  const draft = { name: "a" };
  expect(write(draft, ["budget", "maxTrials"], 5)).toEqual({ name: "a", budget: { maxTrials: 5 } });
  expect(draft).toEqual({ name: "a" });
});

test("removing the last key removes the object too", () => {
  expect(write({ trial: { fixed: { batchSize: 1 }, epochs: 2 } }, ["trial", "fixed", "batchSize"], undefined)).toEqual({ trial: { epochs: 2 } });
});

test("keeps an object that is written empty on purpose", () => {
  expect(write({}, ["space"], {})).toEqual({ space: {} });
});

test("numbers become numbers and everything else stays for the server to judge", () => {
  expect(["1e-4", " 12 ", "adam", "true", "", "0x"].map(parseScalar)).toEqual([0.0001, 12, "adam", true, undefined, "0x"]);
});

test("lists are cut at commas", () => {
  expect(parseList("sgd, adam, 3")).toEqual(["sgd", "adam", 3]);
  expect(parseList(" , ")).toBeUndefined();
  expect(listText(["sgd", 3, true])).toBe("sgd, 3, true");
});

test("values are shown as they are written", () => {
  expect([1e-4, "a", null, { b: 1 }].map(scalarText)).toEqual(["0.0001", "a", "", '{"b":1}']);
});
