// What the stand-in server announces: shaped as the API's answers, with the real families' names.
const float = (name, min, max, usual, description) => ({ name, type: "float", min, max, values: null, default: usual, description });
const int = (name, min, max, usual, description) => ({ ...float(name, min, max, usual, description), type: "int" });
const category = (name, values, usual, description) => ({ name, type: "categorical", min: null, max: null, values, default: usual, description });
const metric = (name, goal, description) => ({ name, goal, description });

const training = (learningRate, batchSize) => [
  float("learningRate", 1e-6, 1, learningRate, "Highest learning rate of the schedule"),
  category("optimizer", ["sgd", "adam", "adamw", "rmsprop"], "adam", "Update rule"),
  float("momentum", 0, 0.999, 0.9, "Momentum of sgd; other optimizers do not use it"),
  float("weightDecay", 0, 1, 0, "L2 penalty; decoupled from the gradient with adamw"),
  int("batchSize", 1, 4096, batchSize, "Examples in a training step"),
  category("schedule", ["constant", "step", "cosine"], "constant", "Course of the learning rate after the warm-up"),
];

export const families = [
  {
    name: "conv-classifier",
    description: "Classifies small images with convolutions",
    task: "classification",
    parameters: [
      int("filters", 1, 512, 16, "Filters of the first convolution; each later one has twice as many"),
      int("convLayers", 1, 3, 2, "Convolutions, each followed by ReLU and a 2x2 maximum"),
      int("denseUnits", 0, 4096, 64, "Units of the hidden dense layer; 0 for none"),
      float("dropout", 0, 0.95, 0.2, "Share of values dropped before each dense layer in training"),
      ...training(0.002, 32),
    ],
    defaultSpace: {
      learningRate: { type: "float", min: 5e-4, max: 1e-2, scale: "log" },
      filters: { type: "int", min: 8, max: 32, step: 8 },
      denseUnits: { type: "int", min: 32, max: 128, step: 32 },
      dropout: { type: "float", min: 0, max: 0.5 },
      optimizer: { type: "categorical", values: ["sgd", "adam"] },
      momentum: { type: "float", min: 0, max: 0.99, when: { optimizer: ["sgd"] } },
    },
    defaultEpochs: 15,
    metrics: [
      metric("validationAccuracy", "maximize", "Share of validation rows classified correctly, 0 to 1"),
      metric("validationLoss", "minimize", "Mean cross-entropy on the validation rows, in nats"),
      metric("trainingLoss", "minimize", "Mean loss over the epoch's training steps, in nats"),
    ],
  },
  {
    name: "lstm-forecaster",
    description: "Forecasts one variable of a series several steps ahead with an LSTM",
    task: "forecasting",
    parameters: [
      int("window", 1, 4096, 48, "Observed rows that a forecast is made from"),
      int("horizon", 1, 1024, 12, "Rows ahead that are forecast, all at once"),
      int("hidden", 1, 1024, 32, "Units of each LSTM layer"),
      ...training(0.003, 64),
    ],
    defaultSpace: {
      learningRate: { type: "float", min: 5e-4, max: 2e-2, scale: "log" },
      hidden: { type: "int", min: 16, max: 64, step: 16 },
      weightDecay: { type: "float", min: 1e-6, max: 1e-3, scale: "log" },
    },
    defaultEpochs: 20,
    metrics: [
      metric("validationRmse", "minimize", "Root mean squared error on validation, in target units"),
      metric("validationRmseRatio", "minimize", "validationRmse over that of the naive forecast"),
      metric("trainingLoss", "minimize", "Mean squared error over the epoch's steps, standardised"),
    ],
  },
];

export const datasets = [
  dataset("digits", "classification", { rows: 1797, shape: [1, 8, 8], classes: 10, target: "digit", bytes: 58_000 }),
  dataset("sunspots", "forecasting", { rows: 3265, shape: [1], columns: ["month", "sunspots"], target: "sunspots", bytes: 49_000 }),
];

export function dataset(name, task, rest) {
  const id = Buffer.from(`${name}${task}`).toString("hex").padEnd(64, "0");
  const blank = { rows: 0, shape: [], classes: null, columns: [], target: null, bytes: 0 };
  return { id, name, task, format: "csv", ...blank, createdAt: new Date(Date.now() - 7_200_000).toISOString(), ...rest };
}

const option = (name, byDefault, description) => ({ name, description, default: byDefault });
const strategy = (kind, description, options = [], available = true) => ({ kind, description, available, options });

export const samplers = [
  strategy("auto", "Chooses by the size of the space and the budget, and says why"),
  strategy("random", "Independent draws from the space"),
  strategy("grid", "Every combination, in order", [option("resolution", 10, "Values tried of each continuous parameter")]),
  strategy("sobol", "Covers the space evenly"),
  strategy("tpe", "Draws where good trials are denser than bad ones", [option("startupTrials", 10, "Random trials before the first estimate")]),
  strategy("nsga2", "Crosses trials of the best fronts", [option("population", 50, "Trials in a generation")]),
  strategy("cma-es", "Adapts a normal distribution to the good trials", [], false),
];

export const schedulers = [
  strategy("none", "Every trial trains to its last epoch"),
  strategy("asha", "Stops the worse part of the trials at each rung", [
    option("reductionFactor", 3, "One of so many trials goes on at each rung"),
    option("minEpochs", 1, "Epochs of the first rung"),
  ]),
  strategy("median", "Stops trials that are worse than the median", [option("warmUpEpochs", 3, "Epochs before the first judgement")]),
];

const gib = 1024 ** 3;

export function nodes(running) {
  const now = Date.now();
  const seen = (agoMillis) => new Date(now - agoMillis).toISOString();
  const half = Math.ceil(running.length / 2);
  const device = (id, trials) => ({
    id,
    backend: "vector",
    name: "AMD EPYC, 1 core",
    memoryBytes: 4 * gib,
    memoryUsedBytes: Math.round((0.06 + 0.11 * trials.length) * gib),
    utilisation: Math.min(0.97, 0.31 * trials.length),
    lanes: 8,
    trials,
  });
  const devices = [device("cpu-0", running.slice(0, half)), device("cpu-1", running.slice(half))];
  const common = { joinedAt: seen(3_700_000), families: families.map(({ name }) => name) };
  return [
    { id: "node-1", state: "ready", address: "10.0.0.11:25520", lastSeenAt: seen(800), devices, ...common },
    { id: "node-2", state: "lost", address: "10.0.0.12:25520", lastSeenAt: seen(95_000), devices: [device("cpu-0", [])], ...common },
  ];
}
