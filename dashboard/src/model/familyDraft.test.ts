import { expect, test } from "vitest";
import type { Dataset, ModelFamily } from "../api/clusterTypes";
import { draftFor, proposedRange } from "./familyDraft";

const family: ModelFamily = {
  name: "conv-classifier",
  description: "",
  task: "classification",
  parameters: [{ name: "filters", type: "int", min: 1, max: 512, default: 16, description: "" }],
  defaultSpace: { filters: { type: "int", min: 8, max: 32, step: 8 } },
  defaultEpochs: 15,
  metrics: [{ name: "validationAccuracy", goal: "maximize", description: "" }],
};
const dataset = (name: string, task: string) => ({ name, task }) as Dataset;

test("proposes the family's space and metric on the first data set of its task", () => {
  const draft = draftFor(family, [dataset("sunspots", "forecasting"), dataset("digits", "classification")]);
  expect(draft).toMatchObject({
    name: "digits-conv-classifier",
    objectives: [{ metric: "validationAccuracy", goal: "maximize" }],
    trial: { kind: "model", family: "conv-classifier", dataset: "digits", epochs: 15 },
    space: { filters: { min: 8 } },
  });
});

test("keeps search and budget when the family changes", () => {
  const draft = draftFor(family, [], { budget: { maxTrials: 7 }, sampler: { kind: "grid" } });
  expect(draft).toMatchObject({ budget: { maxTrials: 7 }, sampler: { kind: "grid" } });
  expect(draft.trial).not.toHaveProperty("dataset");
});

test("a parameter turned to searched starts at the proposed range, or at what it accepts", () => {
  const [filters] = family.parameters;
  const proposed = family.defaultSpace.filters as unknown as Record<string, number>;
  expect(proposedRange("int", filters, proposed)).toEqual({ type: "int", min: 8, max: 32, step: 8 });
  expect(proposedRange("float", filters, proposed)).toEqual({ type: "float", min: 1, max: 512 });
  expect(proposedRange("categorical", undefined, undefined)).toEqual({ type: "categorical", values: [] });
});
