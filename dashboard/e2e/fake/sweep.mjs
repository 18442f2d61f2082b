import { draw, generator } from "./random.mjs";

const parallel = 4;
const final = ["completed", "pruned", "failed", "cancelled"];

/** A sweep whose trials learn along made-up curves; tick() is one epoch of those that run. */
export class FakeSweep {
  constructor(id, spec, ageMillis = 0) {
    this.id = id;
    this.spec = spec;
    this.state = "running";
    this.createdAt = new Date(Date.now() - ageMillis).toISOString();
    this.finishedAt = null;
    this.trials = [];
    this.curves = [];
    this.random = generator(spec.seed);
    this.listeners = new Set();
  }

  get objective() {
    return this.spec.objectives[0];
  }

  better(value, other) {
    return this.objective.goal === "maximize" ? value > other : value < other;
  }

  tick() {
    if (this.state !== "running") return;
    while (this.running().length < parallel && this.trials.length < this.spec.budget.maxTrials) this.propose();
    for (const trial of this.running()) this.train(trial);
    if (this.trials.length >= this.spec.budget.maxTrials && this.running().length === 0) this.finish("completed", "all trials are done");
    this.emit("sweep", this.view());
  }

  running() {
    return this.trials.filter(({ state }) => state === "running");
  }

  propose() {
    const number = this.trials.length;
    const trial = {
      number,
      state: "running",
      parameters: draw(this.spec.space, this.random),
      value: null,
      values: [],
      epoch: 0,
      attempts: number % 11 === 7 ? 2 : 1,
      node: "node-1",
      startedAt: new Date().toISOString(),
      finishedAt: null,
      failure: null,
      parent: number % 19 === 18 ? number - 5 : null,
      decisionReason: null,
      suggestionReason: number < 10 ? "random start of tpe: fewer than 10 trials have finished" : "tpe: best ratio of good to bad density among 24 candidates",
    };
    trial.reason = trial.suggestionReason;
    this.trials.push(trial);
    this.curves.push({ talent: this.random() * (0.5 + 0.5 * Math.min(1, number / 60)), points: [] });
    this.emit("trial", trial);
  }

  train(trial) {
    const { talent, points } = this.curves[trial.number];
    if (trial.number % 17 === 12 && trial.epoch === 1) return this.fail(trial);
    const step = ++trial.epoch;
    const metrics = this.measure(talent, step);
    const at = new Date().toISOString();
    points.push({ step, metrics, at });
    const value = metrics[this.objective.metric];
    trial.value = trial.value === null || this.better(value, trial.value) ? value : trial.value;
    trial.values = this.spec.objectives.map(({ metric }) => metrics[metric]);
    trial.values[0] = trial.value;
    this.emit("report", { number: trial.number, attempt: trial.attempts, step, metrics, at });
    if (step >= this.spec.trial.epochs) this.settle(trial, "completed", null);
    else if ((step === 1 || step === 3) && this.random() < 0.55 - talent * 0.6) {
      this.settle(trial, "pruned", `${this.objective.metric} ${value.toFixed(4)} ranks ${6 + (trial.number % 4)} of ${9 + (trial.number % 7)} at epoch ${step}`);
    }
    this.emit("trial", trial);
  }

  log({ number, parameters, startedAt, suggestionReason }) {
    const epoch = ({ step, metrics, at }) => `${at} attempt 1: epoch ${step} ${JSON.stringify(metrics)}\n`;
    return `${startedAt} suggested ${JSON.stringify(parameters)}: ${suggestionReason}\n${this.curves[number].points.map(epoch).join("")}`;
  }

  /** A saturating curve; the talent of a trial says where it ends. */
  measure(talent, step) {
    const noise = (this.random() - 0.5) * 0.02;
    const error = 0.012 + 0.14 * (1 - talent) ** 2 + 0.7 * Math.exp(-step * (0.25 + talent)) + noise * (1 - talent);
    if (this.spec.trial.family === "lstm-forecaster") {
      return { validationRmse: 40 * (0.55 + error), validationRmseRatio: 0.68 + error, trainingLoss: error };
    }
    const secondsPerEpoch = 0.4 + 3 * talent ** 2 + 0.6 * this.random();
    return { secondsPerEpoch, validationAccuracy: Math.min(0.998, 1 - error), validationLoss: error * 2.2, trainingLoss: error * 1.7 };
  }

  fail(trial) {
    trial.value = null;
    trial.failure = { code: "out-of-memory", message: "The device has 3.1 GiB left, the trial needs 4.4 GiB.", hint: "Lower filters or batchSize, or add a larger device." };
    this.settle(trial, "failed", null);
    this.emit("trial", trial);
  }

  settle(trial, state, decisionReason) {
    const reason = decisionReason ?? trial.suggestionReason;
    Object.assign(trial, { state, reason, decisionReason, finishedAt: new Date().toISOString() });
  }

  finish(state, reason) {
    this.state = state;
    this.stopReason = reason;
    this.finishedAt = new Date().toISOString();
  }

  steer(action) {
    if (action === "cancel") {
      for (const trial of this.running()) this.settle(trial, "cancelled", "the sweep was cancelled");
      this.finish("cancelled", "cancelled by a person");
    } else {
      this.state = action === "pause" ? "paused" : "running";
    }
    this.emit("sweep", this.view());
  }

  best() {
    const valued = this.trials.filter(({ state, value }) => state !== "failed" && value !== null);
    const [best] = valued.sort((a, b) => (this.better(a.value, b.value) ? -1 : 1));
    return best ? { number: best.number, parameters: best.parameters, value: best.value, metrics: this.curves[best.number].points.at(-1).metrics } : null;
  }

  view() {
    const total = this.spec.budget.maxTrials;
    const trials = { total, pending: total - this.trials.length, running: 0, paused: 0, completed: 0, pruned: 0, failed: 0, cancelled: 0 };
    for (const { state } of this.trials) trials[state]++;
    const done = final.reduce((sum, state) => sum + trials[state], 0);
    const seconds = Math.round((total - done) * 1.5);
    return {
      id: this.id,
      name: this.spec.name,
      state: this.state,
      spec: this.spec,
      createdAt: this.createdAt,
      startedAt: this.createdAt,
      finishedAt: this.finishedAt,
      trials,
      best: this.best(),
      progress: { fraction: done / total, remaining: this.state === "running" ? `PT${Math.floor(seconds / 60)}M${seconds % 60}S` : null },
      stopReason: this.stopReason ?? null,
    };
  }

  emit(type, data) {
    for (const listener of this.listeners) listener(type, data);
  }
}
