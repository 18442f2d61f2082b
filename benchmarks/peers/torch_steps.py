"""PyTorch's side of `scripts/bench kernels`: torch_steps.py WORKLOAD, or torch_steps.py --describe.

Warms up, says "ready", and for every line with a number of seconds repeats its step for that long and answers with
steps per second. Eager mode, one thread, Adam as fused as this version has it.
"""

import math
import sys
import time

import torch
from torch import nn

LSTMS = {"S1": (16, 16, 16, 16), "S2": (16, 32, 32, 32), "S3": (16, 64, 32, 32), "S4": (32, 64, 100, 32)}
CONVOLUTIONS = {"w8": 8, "w16": 16, "w32": 32}
WARM_UP_SECONDS = 2


def waves(*shape):
    return torch.sin(0.1 * torch.arange(math.prod(shape))).reshape(shape)


def adam(parameters):
    """The fused form where this version has it for the CPU, else the one that goes through all tensors at once."""
    parameters = list(parameters)
    try:
        return torch.optim.Adam(parameters, lr=1e-3, fused=True), "fused"
    except RuntimeError:
        return torch.optim.Adam(parameters, lr=1e-3, foreach=True), "foreach"


def training(module, loss):
    optimizer, _ = adam(module.parameters())

    def step():
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()

    return step


def lstm_step(features, hidden, steps, batch):
    lstm, head = nn.LSTM(features, hidden, batch_first=True), nn.Linear(hidden, 1)
    inputs, targets = waves(batch, steps, features), waves(batch, 1)

    def loss():
        states, _ = lstm(inputs)
        return nn.functional.mse_loss(head(states[:, -1]), targets)

    return training(nn.ModuleList([lstm, head]), loss)


def conv_step(filters):
    network = nn.Sequential(
        nn.Conv2d(1, filters, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(filters, 2 * filters, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(2 * filters * 25, 10))
    images, labels = waves(32, 1, 28, 28), torch.arange(32) % 10
    return training(network, lambda: nn.functional.cross_entropy(network(images), labels))


def layer_step():
    layer = nn.Conv2d(32, 64, 3, padding=1)
    images, gradient = waves(64, 32, 28, 28).requires_grad_(), waves(64, 64, 28, 28)

    def step():
        images.grad = None
        layer.zero_grad()
        layer(images).backward(gradient)

    return step


def step_of(workload):
    if workload in LSTMS:
        return lstm_step(*LSTMS[workload])
    if workload in CONVOLUTIONS:
        return conv_step(CONVOLUTIONS[workload])
    if workload == "layer":
        return layer_step()
    raise SystemExit(f"workload must be one of {', '.join([*LSTMS, *CONVOLUTIONS, 'layer'])}, was {workload}")


def rate(step, seconds):
    begin, steps, elapsed = time.perf_counter(), 0, 0.0
    while elapsed < seconds:
        step()
        steps += 1
        elapsed = time.perf_counter() - begin
    return steps / elapsed


def describe():
    _, form = adam([torch.zeros(1, requires_grad=True)])
    blas = "oneDNN" if torch.backends.mkldnn.is_available() else "no oneDNN"
    return f"PyTorch {torch.__version__}, eager, {blas}, {form} Adam"


def main():
    torch.set_num_threads(1)
    if sys.argv[1:] == ["--describe"]:
        print(describe())
        return
    step = step_of(sys.argv[1])
    rate(step, WARM_UP_SECONDS)
    print("ready", flush=True)
    for line in sys.stdin:
        print(rate(step, float(line)), flush=True)


main()
