"""Runs Optuna on the problems of search-strategies' OwnProblems and BiObjectiveProblems and prints the medians as CSV.

usage: python3 optuna_search.py SAMPLER [--problems a,b] [--seeds N] [--trials N]

SAMPLER is random, tpe, cma-es, gp or nsga2. Needs optuna; cmaes for cma-es; scipy and torch for gp.
The problems must stay what their Java twins are.
"""

import argparse
import math
import statistics
import sys
import warnings

import numpy as np
import optuna

BUDGETS = (25, 50, 100, 200)


def rotated_quadratic(x, best, weights):
    """A quadratic along axes mirrored at the plane across (1, 2, 3, ...)."""
    n = len(x)
    along = sum((i + 1) * (x[i] - best[i]) for i in range(n))
    length = sum((i + 1) ** 2 for i in range(n))
    return sum(weights[i] * (x[i] - best[i] - 2 * (i + 1) * along / length) ** 2 for i in range(n))


def floats(trial, n, low, high):
    return [trial.suggest_float(f"x{i}", low, high) for i in range(n)]


def log_float(trial, name, low, high):
    return math.log10(trial.suggest_float(name, low, high, log=True))


def log_int(trial, name, low, high):
    return math.log2(trial.suggest_int(name, low, high, log=True))


def branches(trial):
    model = trial.suggest_categorical("model", ["linear", "forest", "network"])
    if model == "linear":
        return 0.22 + 0.01 * (log_float(trial, "ridge", 1e-6, 1) + 3) ** 2
    if model == "forest":
        depth = log_int(trial, "depth", 2, 32)
        return 0.1 + 0.05 * (depth - 3) ** 2 + 0.4 * (trial.suggest_float("features", 0.1, 1) - 0.35) ** 2
    return (
        0.3 * (log_float(trial, "rate", 1e-5, 1) + 2.3) ** 2
        + 0.5 * (trial.suggest_float("momentum", 0, 0.99) - 0.85) ** 2
        + 0.4 * (trial.suggest_float("drop", 0, 0.7) - 0.2) ** 2
        + 0.05 * (log_int(trial, "width", 8, 512) - 6) ** 2
    )


def noisy(trial):
    return rotated_quadratic(floats(trial, 4, -3, 3), [1.1, -0.7, 0.4, -1.6], [1, 2, 4, 8])


def steps(trial):
    filters = (trial.suggest_int("filters", 8, 128, step=8) - 72) / 40
    layers = (trial.suggest_int("layers", 1, 8) - 3) / 2
    batch = log_int(trial, "batch", 16, 1024) - math.log2(96)
    drop = (trial.suggest_float("drop", 0, 0.6, step=0.05) - 0.25) / 0.2
    kernel = (trial.suggest_int("kernel", 1, 9, step=2) - 5) / 3
    pool = 0 if trial.suggest_categorical("pool", ["max", "mean"]) == "mean" else 0.1
    return filters**2 + (layers + 0.6 * filters) ** 2 + 0.1 * (batch - layers) ** 2 + drop**2 + 0.5 * kernel**2 + pool


def plateau(trial):
    rate = log_float(trial, "rate", 1e-7, 10)
    smooth = (
        0.1 * (rate + 2.2) ** 2
        + 0.02 * (log_float(trial, "decay", 1e-6, 1) + 3.4 + 0.5 * (rate + 2.2)) ** 2
        + 0.5 * (trial.suggest_float("drop", 0, 0.8) - 0.3) ** 2
        + 0.3 * (trial.suggest_float("warmup", 0, 1) - 0.2) ** 2
    )
    if rate > -1:
        return 10 ** (3 * (rate + 2))
    return 0.9 if rate < -4.5 else math.floor(500 * min(smooth, 0.9)) / 500


def constrained(trial):
    x = floats(trial, 5, 0, 1)
    violations = [x[0] + x[1] + x[2] - 1.5, 0.1 - x[3] * x[4], x[0] - x[3] - 0.5]
    trial.set_user_attr("violations", violations)
    return sum((a - b) ** 2 for a, b in zip(x, [0.9, 0.8, 0.7, 0.3, 0.6])) - 0.27


def memory(trial):
    width = trial.suggest_int("width", 16, 1024, log=True)
    layers = trial.suggest_int("layers", 1, 8)
    rate = log_float(trial, "rate", 1e-5, 1)
    drop = trial.suggest_float("drop", 0, 0.7)
    if width * width * layers > 1 << 18:
        raise MemoryError
    return (
        0.05 * (18 - 2 * math.log2(width) - math.log2(layers))
        + 0.1 * (math.log2(layers) - 2) ** 2
        + 0.1 * (rate + 2.5 + 0.1 * (math.log2(width) - 8)) ** 2
        + 0.3 * (drop - 0.15) ** 2
    )


def rotated(trial):
    return rotated_quadratic(floats(trial, 5, -4, 6), [2.2, -1.3, 0.6, 3.1, -2.4], [1, 5.6, 32, 178, 1000])


def categories(trial):
    letters = "abcd"
    chosen = [trial.suggest_categorical(f"c{i}", list(letters)) for i in range(6)]
    rank = [(3 * letters.index(chosen[i]) + i) % 4 for i in range(6)]
    x = trial.suggest_float("x", 0, 1)
    y = trial.suggest_float("y", 0, 1)
    total = sum(0.05 * (i + 1) * rank[i] for i in range(6))
    return total + (0 if rank[0] == rank[1] else 0.3) + (x - 0.3 - 0.1 * rank[2]) ** 2 + (y - 0.6) ** 2


def zdt(trial):
    x = floats(trial, 6, 0, 1)
    far = sum(abs(x[i] - 0.2 - 0.1 * i) / 0.7 for i in range(1, 6))
    scale = 1 + 9 * far / 5
    return x[0], scale * (1 - math.sqrt(x[0] / scale))


def error_and_cost(width, layers, cell):
    gain = {"plain": 0.6, "residual": 1.0, "dense": 1.2}[cell]
    price = {"plain": 1.0, "residual": 1.1, "dense": 1.9}[cell]
    too_deep = 0.05 * max(0, layers - 3) if cell == "plain" else 0
    error = 1 / (1 + gain * 0.3 * math.log2(width) * math.sqrt(layers) / 2) + too_deep
    return error, price * width * layers / 700


def network(trial):
    return error_and_cost(
        trial.suggest_int("width", 8, 128, step=8),
        trial.suggest_int("layers", 1, 6),
        trial.suggest_categorical("cell", ["plain", "residual", "dense"]),
    )


def dominated_area(points, reference):
    area, height = 0.0, reference[1]
    for first, second in sorted(points):
        if first < reference[0]:
            area += (reference[0] - first) * max(0.0, height - second)
            height = min(height, second)
    return area


NETWORKS = [
    error_and_cost(8 * w, l, c) for w in range(1, 17) for l in range(1, 7) for c in ("plain", "residual", "dense")
]
ONE = {f.__name__: f for f in (branches, noisy, steps, plateau, constrained, memory, rotated, categories)}
TWO = {
    "zdt": (zdt, (1.1, 6.0), 1.1 * 6 - 1 / 3),
    "network": (network, (1.0, 1.0), dominated_area(NETWORKS, (1.0, 1.0))),
}
NOISE = {"noisy": 1.0}


def sampler(kind, seed, problem):
    constraints = {"constraints_func": lambda t: t.user_attrs["violations"]} if problem == "constrained" else {}
    if kind == "random":
        return optuna.samplers.RandomSampler(seed=seed)
    if kind == "tpe":
        return optuna.samplers.TPESampler(seed=seed, multivariate=True, constant_liar=True, **constraints)
    if kind == "cma-es":
        return optuna.samplers.CmaEsSampler(seed=seed)
    if kind == "nsga2":
        return optuna.samplers.NSGAIISampler(seed=seed, **constraints)
    return optuna.samplers.GPSampler(seed=seed, deterministic_objective=problem not in NOISE, **constraints)


def one_objective(kind, problem, seed, trials):
    """The true loss of the trial that looked best so far, after each trial."""
    noise = np.random.RandomState(seed)
    study = optuna.create_study(sampler=sampler(kind, seed, problem))
    best_seen = regret = math.inf
    regrets = []
    for _ in range(trials):
        trial = study.ask()
        try:
            loss = ONE[problem](trial)
        except MemoryError:
            study.tell(trial, state=optuna.trial.TrialState.FAIL)
            regrets.append(regret)
            continue
        seen = loss + NOISE.get(problem, 0) * noise.standard_normal()
        study.tell(trial, seen)
        allowed = all(v <= 0 for v in trial.user_attrs.get("violations", []))
        if allowed and seen < best_seen:
            best_seen, regret = seen, loss
        regrets.append(regret)
    return regrets


def two_objectives(kind, problem, seed, trials):
    """The share of the largest hypervolume that is still missing, after each trial."""
    function, reference, largest = TWO[problem]
    study = optuna.create_study(directions=["minimize", "minimize"], sampler=sampler(kind, seed, problem))
    seen, regrets = [], []
    for _ in range(trials):
        trial = study.ask()
        seen.append(function(trial))
        study.tell(trial, seen[-1])
        regrets.append(1 - dominated_area(seen, reference) / largest)
    return regrets


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sampler", choices=["random", "tpe", "cma-es", "gp", "nsga2"])
    parser.add_argument("--problems", default=",".join([*ONE, *TWO]))
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--trials", type=int, default=200)
    options = parser.parse_args()
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.simplefilter("ignore")
    for problem in options.problems.split(","):
        if problem in TWO and options.sampler == "cma-es" or problem in ONE and options.sampler == "nsga2":
            continue
        run = one_objective if problem in ONE else two_objectives
        runs = [run(options.sampler, problem, seed, options.trials) for seed in range(options.seeds)]
        medians = [
            f"{statistics.median(r[b - 1] for r in runs):.3g}" if b <= options.trials else "" for b in BUDGETS
        ]
        print(",".join([problem, options.sampler, *medians]), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
