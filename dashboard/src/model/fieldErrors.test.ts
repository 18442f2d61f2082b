import { expect, test } from "vitest";
import { assignErrors } from "./fieldErrors";
import { formFields } from "./formFields";

const error = (field: string, message = "is wrong") => ({ field, message });
const fields = new Set(["space.lr", "space.lr.min", "space.lr.values", "trial.fixed.batchSize"]);

test("puts a message at its own field", () => {
  const { byField, others } = assignErrors([error("space.lr.min", "must be below max")], fields);
  expect(byField.get("space.lr.min")).toEqual(["must be below max"]);
  expect(others).toEqual([]);
});

test("puts a message about a part at the field around it and says which part", () => {
  const { byField } = assignErrors([error("space.lr.values[2]"), error("space.lr.mni")], fields);
  expect(byField.get("space.lr.values")).toEqual(["[2]: is wrong"]);
  expect(byField.get("space.lr")).toEqual(["mni: is wrong"]);
});

test("leaves what no field shows for the summary", () => {
  const { byField, others } = assignErrors([error("labels.team"), error("space"), error("")], fields);
  expect(byField.size).toBe(0);
  expect(others.map(({ field }) => field)).toEqual(["labels.team", "space", ""]);
});

test("collects several messages of one field", () => {
  expect(assignErrors([error("space.lr", "a"), error("space.lr", "b")], fields).byField.get("space.lr")).toEqual(["a", "b"]);
});

test("the form has range fields for numbers and values for categories", () => {
  const shown = formFields({ space: { lr: { type: "float" }, optimizer: { type: "categorical" } } }, ["batchSize"], ["scheduler.eta"]);
  expect(shown.has("space.lr.min")).toBe(true);
  expect(shown.has("space.lr.values")).toBe(false);
  expect(shown.has("space.optimizer.values")).toBe(true);
  expect(shown.has("space.optimizer.min")).toBe(false);
  expect(shown.has("trial.fixed.batchSize")).toBe(true);
});
