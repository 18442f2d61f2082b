"""PyTorch's side of `scripts/bench sweep`: torch_sweep.py SPECIFICATION FOLDER PROCESSES.

SPECIFICATION is the sweep as Sweepforge's API takes it. FOLDER holds the examples, scaled and split as Sweepforge does it.
One process per core trains; this one chooses configurations and judges reports, with Optuna (TPE and successive halving)
where it is installed, else at random with the same successive halving. Prints a line of JSON for each epoch of a trial.
"""

import json
import math
import random
import sys
import time
from multiprocessing import connection, get_context
from pathlib import Path

import numpy
import torch
from torch import nn

try:
    import optuna
except ImportError:
    optuna = None

EVALUATION_BATCH = 256


class RandomSearch:
    """Random configurations; at a rung a trial goes on if it is among the best 1/factor of all that reached it."""

    name = "random, successive halving (no Optuna here)"

    def __init__(self, sweep):
        self.space, scheduler = sweep["space"], sweep["scheduler"]
        self.maximize = sweep["objectives"][0]["goal"] == "maximize"
        self.random = random.Random(sweep["seed"])
        self.factor = scheduler["reductionFactor"]
        self.rungs = {}
        rung = scheduler["minEpochs"]
        while rung < sweep["trial"]["epochs"]:
            self.rungs[rung] = []
            rung *= self.factor

    def ask(self):
        return {name: self.draw(domain) for name, domain in self.space.items()}, None

    def draw(self, domain):
        if domain["type"] == "categorical":
            return self.random.choice(domain["values"])
        if domain["type"] == "int":
            return self.random.randrange(domain["min"], domain["max"] + 1, domain.get("step", 1))
        if domain.get("scale") == "log":
            return math.exp(self.random.uniform(math.log(domain["min"]), math.log(domain["max"])))
        return self.random.uniform(domain["min"], domain["max"])

    def should_stop(self, trial, epoch, value):
        if epoch not in self.rungs:
            return False
        losses = self.rungs[epoch]
        loss = -value if self.maximize else value
        losses.append(loss if math.isfinite(loss) else math.inf)
        return sum(other < losses[-1] for other in losses) >= math.ceil(len(losses) / self.factor)

    def tell(self, trial, value, pruned):
        pass


class OptunaSearch:
    """TPE as for parallel workers, and successive halving."""

    def __init__(self, sweep):
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        self.name = f"Optuna {optuna.__version__} TPE, successive halving"
        self.space, scheduler = sweep["space"], sweep["scheduler"]
        self.study = optuna.create_study(
            direction=sweep["objectives"][0]["goal"],
            sampler=optuna.samplers.TPESampler(seed=sweep["seed"], multivariate=True, constant_liar=True),
            pruner=optuna.pruners.SuccessiveHalvingPruner(
                min_resource=scheduler["minEpochs"], reduction_factor=scheduler["reductionFactor"]))

    def ask(self):
        trial = self.study.ask()
        return {name: self.suggest(trial, name, domain) for name, domain in self.space.items()}, trial

    def suggest(self, trial, name, domain):
        if domain["type"] == "categorical":
            return trial.suggest_categorical(name, domain["values"])
        if domain["type"] == "int":
            return trial.suggest_int(name, domain["min"], domain["max"], step=domain.get("step", 1))
        return trial.suggest_float(name, domain["min"], domain["max"], log=domain.get("scale") == "log")

    def should_stop(self, trial, epoch, value):
        trial.report(value, epoch)
        return trial.should_prune()

    def tell(self, trial, value, pruned):
        states = optuna.trial.TrialState
        if pruned or not math.isfinite(value):
            self.study.tell(trial, state=states.PRUNED if pruned else states.FAIL)
        else:
            self.study.tell(trial, value)


def examples(folder):
    """The arrays by name, without copying them."""
    shapes = json.loads((folder / "shapes.json").read_text())
    return {name: torch.from_numpy(numpy.fromfile(folder / name, dtype="<f4").reshape(shape))
            for name, shape in shapes.items()}


class Classifier(nn.Module):
    def __init__(self, parameters, image, classes):
        super().__init__()
        layers, (channels, height, width) = [], image
        for layer in range(parameters["convLayers"]):
            filters = parameters["filters"] << layer
            layers += [nn.Conv2d(channels, filters, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
            channels, height, width = filters, height // 2, width // 2
        units = parameters["denseUnits"]
        layers += [nn.Flatten(), nn.Dropout(parameters["dropout"]), nn.Linear(channels * height * width, units), nn.ReLU(),
                   nn.Dropout(parameters["dropout"]), nn.Linear(units, classes)]
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return self.layers(x)


class Forecaster(nn.Module):
    def __init__(self, parameters, variables, horizon):
        super().__init__()
        self.lstm = nn.LSTM(variables, parameters["hidden"], batch_first=True)
        self.dropout = nn.Dropout(parameters["dropout"])
        self.head = nn.Linear(parameters["hidden"], horizon)

    def forward(self, x):
        states, _ = self.lstm(x)
        return self.head(self.dropout(states[:, -1]))


def optimizer_of(module, parameters):
    if parameters["optimizer"] == "sgd":
        return torch.optim.SGD(module.parameters(), lr=parameters["learningRate"], momentum=0.9, foreach=True)
    try:
        return torch.optim.Adam(module.parameters(), lr=parameters["learningRate"], fused=True)
    except RuntimeError:
        return torch.optim.Adam(module.parameters(), lr=parameters["learningRate"], foreach=True)


class Training:
    """One trial: an epoch and its validation at a time."""

    def __init__(self, data, parameters):
        self.data, self.parameters = data, parameters
        self.classifies = data["training.y"].dim() == 1
        x, y = data["training.x"], data["training.y"]
        self.module = (Classifier(parameters, x.shape[1:], int(y.max()) + 1) if self.classifies
                       else Forecaster(parameters, x.shape[2], y.shape[1]))
        self.loss = (lambda out, y: nn.functional.cross_entropy(out, y.long())) if self.classifies else nn.functional.mse_loss
        self.optimizer = optimizer_of(self.module, parameters)

    def epoch(self):
        x, y = self.data["training.x"], self.data["training.y"]
        self.module.train()
        for batch in torch.randperm(len(x)).split(self.parameters["batchSize"]):
            self.optimizer.zero_grad()
            self.loss(self.module(x[batch]), y[batch]).backward()
            if self.parameters.get("clipNorm"):
                nn.utils.clip_grad_norm_(self.module.parameters(), self.parameters["clipNorm"])
            self.optimizer.step()
        return self.validate()

    @torch.no_grad()
    def validate(self):
        x, y = self.data["validation.x"], self.data["validation.y"]
        self.module.eval()
        out = torch.cat([self.module(part) for part in x.split(EVALUATION_BATCH)])
        if self.classifies:
            return (out.argmax(1) == y).double().mean().item()
        return ((out - y).double().square().mean() / y.double().square().mean()).sqrt().item()


def work(folder, line):
    """A process: says it is ready, then trains what it is given and asks after each epoch whether to go on."""
    torch.set_num_threads(1)
    data = examples(folder)
    line.send("ready")
    while (task := line.recv()) is not None:
        parameters, epochs, seed = task
        torch.manual_seed(seed)
        training = Training(data, parameters)
        for epoch in range(1, epochs + 1):
            line.send((epoch, training.epoch()))
            if not line.recv():
                break


class Trials:
    """Gives processes trials and judges what they report."""

    def __init__(self, sweep, search):
        self.sweep, self.search, self.begun, self.running = sweep, search, 0, {}
        self.epochs, self.total = sweep["trial"]["epochs"], sweep["budget"]["maxTrials"]
        self.start = time.perf_counter()

    def begin(self, line):
        if self.begun == self.total:
            line.send(None)
            return
        parameters, trial = self.search.ask()
        self.running[line] = trial
        line.send(({**self.sweep["trial"]["fixed"], **parameters}, self.epochs, self.sweep["seed"] * 1000 + self.begun))
        self.begun += 1

    def judge(self, line, epoch, value):
        print(json.dumps({"seconds": time.perf_counter() - self.start, "value": value}), flush=True)
        trial, last = self.running[line], epoch == self.epochs
        stopped = not last and self.search.should_stop(trial, epoch, value)
        line.send(not stopped)
        if last or stopped:
            del self.running[line]
            self.search.tell(trial, value, stopped)
            self.begin(line)

    def run(self, lines):
        for line in lines:
            self.begin(line)
        while self.running:
            for line in connection.wait(list(self.running)):
                self.judge(line, *line.recv())


def main():
    specification, folder, processes = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    sweep = json.loads(specification.read_text())
    search = OptunaSearch(sweep) if optuna else RandomSearch(sweep)
    print(json.dumps({"searcher": search.name}), flush=True)
    context = get_context("spawn")
    lines, workers = [], []
    for _ in range(processes):
        mine, theirs = context.Pipe()
        workers.append(context.Process(target=work, args=(folder, theirs)))
        workers[-1].start()
        lines.append(mine)
    for line in lines:
        line.recv()
    Trials(sweep, search).run(lines)
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main()
