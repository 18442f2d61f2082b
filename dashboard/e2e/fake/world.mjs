import { datasets, families } from "./catalog.mjs";
import { EventLog } from "./events.mjs";
import { FakeSweep } from "./sweep.mjs";
import { resolve } from "./validate.mjs";

/** All sweeps of the stand-in server, moving on by the clock. */
export class World {
  constructor() {
    this.sweeps = new Map();
    this.logs = new Map();
    this.events = new EventLog();
  }

  /** A finished sweep, a cancelled one and one that runs, as a cluster in use has them. */
  populate() {
    this.runThrough(this.add(specOf("lstm-forecaster", "sunspots", 40), 5_400_000), 400);
    const cancelled = this.add({ ...specOf("conv-classifier", "digits", 64), name: "digits-first-try" }, 86_400_000);
    this.runThrough(cancelled, 18);
    cancelled.steer("cancel");
    this.runThrough(this.add(specOf("conv-classifier", "digits", 200), 340_000), 150);
    const both = { ...specOf("conv-classifier", "digits", 60), name: "digits-two-objectives", sampler: { kind: "nsga2" } };
    const speed = { metric: "secondsPerEpoch", goal: "minimize" };
    this.runThrough(this.add({ ...both, objectives: [...both.objectives, speed] }, 900_000), 300);
  }

  add(spec, ageMillis = 0) {
    const sweep = new FakeSweep(`sw-${(this.sweeps.size + 1).toString().padStart(4, "0")}`, resolve(spec), ageMillis);
    const log = new EventLog();
    this.sweeps.set(sweep.id, sweep);
    this.logs.set(sweep.id, log);
    sweep.listeners.add((type, data) => {
      log.add(type, data);
      if (type === "sweep") this.events.add(type, data);
    });
    this.events.add("sweep", sweep.view());
    return sweep;
  }

  runThrough(sweep, ticks) {
    for (let tick = 0; tick < ticks; tick++) sweep.tick();
  }

  tick() {
    for (const sweep of this.sweeps.values()) sweep.tick();
  }

  running() {
    return [...this.sweeps.values()].flatMap((sweep) => sweep.running().map(({ number }) => ({ sweep: sweep.id, number, attempt: 1 })));
  }
}

function specOf(familyName, dataset, maxTrials) {
  const family = families.find(({ name }) => name === familyName);
  const [{ name: metric, goal }] = family.metrics;
  return {
    name: `${dataset}-${familyName}`,
    objectives: [{ metric, goal }],
    trial: { kind: "model", family: familyName, dataset: datasets.find(({ name }) => name === dataset).name, epochs: family.defaultEpochs },
    space: family.defaultSpace,
    sampler: { kind: "tpe" },
    scheduler: { kind: "asha" },
    budget: { maxTrials },
    seed: maxTrials,
  };
}
