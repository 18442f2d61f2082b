import { isObject, read, type Draft } from "./draft";

const always = [
  "name",
  "trial.family",
  "trial.dataset",
  "trial.epochs",
  "objectives",
  "sampler.kind",
  "scheduler.kind",
  "budget.maxTrials",
  "budget.maxDuration",
  "budget.maxParallelTrials",
  "budget.target",
  "constraints",
  "seed",
];

const rangeFields = ["type", "min", "max", "scale", "step", "values"];

/**
 * Every place of the form where a message can be shown, as paths of the specification.
 *
 * @param options paths of the chosen strategies' options
 */
export function formFields(draft: Draft, parameters: readonly string[], options: readonly string[]): Set<string> {
  const space = read(draft, ["space"]);
  const searched = isObject(space) ? Object.entries(space) : [];
  return new Set([
    ...always,
    ...parameters.map((name) => `trial.fixed.${name}`),
    ...options,
    ...searched.flatMap(([name, range]) => [
      `space.${name}`,
      ...rangeFields.filter((field) => isShown(field, read(range, ["type"]))).map((field) => `space.${name}.${field}`),
    ]),
  ]);
}

/** Categorical parameters have values, numbers have a range. */
export function isShown(field: string, type: unknown): boolean {
  return field === "type" || (field === "values") === (type === "categorical");
}
