import { datasets, families } from "./catalog.mjs";

/** Some of the coordinator's checks, enough to see messages at their fields. */
export function mistakes(spec) {
  const errors = [];
  const add = (field, message) => errors.push({ field, message });
  const family = families.find(({ name }) => name === spec.trial?.family);
  if (!family) add("trial.family", `must be one of ${families.map(({ name }) => name).join(", ")}, was ${JSON.stringify(spec.trial?.family)}`);
  if (!datasets.some(({ name }) => name === spec.trial?.dataset)) add("trial.dataset", `no data set is called ${JSON.stringify(spec.trial?.dataset)}; upload it first`);
  if (!(spec.trial?.epochs >= 1)) add("trial.epochs", `must be at least 1, was ${JSON.stringify(spec.trial?.epochs)}`);
  for (const [name, range] of Object.entries(spec.space ?? {})) checkRange(name, range, add);
  if (!(spec.budget?.maxTrials >= 1)) add("budget.maxTrials", `must be at least 1, was ${JSON.stringify(spec.budget?.maxTrials)}`);
  const known = ["name", "objectives", "trial", "space", "constraints", "sampler", "scheduler", "budget", "retry", "seed", "priority", "seedTrials", "labels"];
  for (const name of Object.keys(spec)) if (!known.includes(name)) add(name, "unknown field");
  return errors;
}

function checkRange(name, { type, min, max, scale, values }, add) {
  if (type === "categorical") {
    if (!values?.length) add(`space.${name}.values`, "must have at least one value");
    return;
  }
  if (typeof min !== "number") add(`space.${name}.min`, `must be a number, was ${JSON.stringify(min)}`);
  if (typeof max !== "number") add(`space.${name}.max`, `must be a number, was ${JSON.stringify(max)}`);
  if (scale === "log" && min <= 0) add(`space.${name}.min`, `must be greater than 0 on a log scale, was ${min}`);
  if (min > max) add(`space.${name}`, `min must be at most max, was ${min} > ${max}`);
}

export function resolve(spec) {
  return { seed: 7, constraints: [], retry: { maxAttempts: 3 }, ...spec };
}

export function dryRun(spec) {
  const rungs = spec.scheduler?.kind === "asha" ? [1, 3, 9, spec.trial.epochs].filter((rung) => rung <= spec.trial.epochs) : [];
  return { spec: resolve(spec), trials: spec.budget.maxTrials, rungs: [...new Set(rungs)], memoryPerTrial: 18_400_000 };
}
