import type { Dataset, FamilyParameter, ModelFamily } from "../api/clusterTypes";
import type { Json, JsonObject } from "../api/types";
import { isObject, type Draft } from "./draft";

/** A draft that searches what the family proposes, on the first data set that fits it. */
export function draftFor(family: ModelFamily, datasets: readonly Dataset[], previous: Draft = {}): Draft {
  const fitting = fittingDatasets(family, datasets);
  const dataset = fitting[0];
  const metric = family.metrics[0];
  return {
    name: dataset ? `${dataset.name}-${family.name}` : family.name,
    objectives: metric ? [{ metric: metric.name, goal: metric.goal }] : [],
    trial: {
      kind: "model",
      family: family.name,
      ...(dataset && { dataset: dataset.name }),
      epochs: family.defaultEpochs,
    },
    space: family.defaultSpace as unknown as JsonObject,
    sampler: previous.sampler ?? { kind: "auto" },
    scheduler: previous.scheduler ?? { kind: "asha" },
    budget: previous.budget ?? { maxTrials: 32 },
  };
}

export function fittingDatasets(family: ModelFamily, datasets: readonly Dataset[]): Dataset[] {
  return datasets.filter(({ task }) => task === family.task);
}

/** Where a parameter's range starts when a person turns it from fixed to searched. */
export function proposedRange(
  type: string,
  parameter: FamilyParameter | undefined,
  proposed: Json | undefined,
): JsonObject {
  if (isObject(proposed) && proposed.type === type) return proposed;
  if (type === "categorical") return { type, values: parameter?.values ?? [] };
  return { type, min: parameter?.min ?? 0, max: parameter?.max ?? 1 };
}
