// Made-up answers in the shapes of the coordinator's analysis.
export function importance({ spec, trials }, query) {
  const weights = Object.keys(spec.space).map((parameter, index) => ({ parameter, importance: 0.5 ** (index + 1) }));
  const sum = weights.reduce((total, { importance }) => total + importance, 0);
  const few = trials.length < 10;
  return {
    method: query.get("method") ?? "ped-anova",
    objective: query.get("objective") ?? spec.objectives[0].metric,
    trials: trials.length,
    items: few ? [] : weights.map(({ parameter, importance }) => ({ parameter, importance: importance / sum })),
    note: few ? `Importance needs at least 10 finished trials; there are ${trials.length}.` : null,
  };
}

export function pareto({ spec: { objectives }, trials }) {
  const signs = objectives.map(({ goal }) => (goal === "maximize" ? -1 : 1));
  const losses = ({ values }) => values.map((value, index) => signs[index] * value);
  const dominates = (a, b) => losses(a).every((loss, index) => loss <= losses(b)[index]) && losses(a).some((loss, index) => loss < losses(b)[index]);
  const measured = trials.filter(({ values }) => values.length === objectives.length);
  const history = measured.map(({ number }) => ({ number, hypervolume: 2 - 1.4 / (1 + number / 8) }));
  return {
    objectives,
    trials: measured.length,
    items: measured.filter((trial) => !measured.some((other) => dominates(other, trial))),
    reference: objectives.map(({ goal }) => (goal === "maximize" ? 0.2 : 4)),
    hypervolume: history.at(-1)?.hypervolume ?? null,
    history,
    note: null,
  };
}
