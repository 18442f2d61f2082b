"""PyTorch's side of `scripts/bench gpu`: torch_gpu.py WORKLOAD FORM MODELS SECONDS, or torch_gpu.py --describe.

Prints training steps per second of all models together, or "unsupported". Forms: eager (one model), graph (its step in a
CUDA graph), compiled (torch.compile), stacked (MODELS of them in one: batched products, grouped convolutions). Adam with
its fused form, single precision without TF32, batches that already lie on the device. On a machine without a GPU it runs
on the CPU, to show that it runs.
"""

import sys
import time

import torch
from torch import nn

LSTMS = {"S3": (16, 64, 32, 32), "S4": (32, 64, 100, 32)}
CONVOLUTIONS = {"w8": 8, "w16": 16, "w32": 32}
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WARM_UP_STEPS = 5


def adam(parameters):
    form = {"fused": True, "capturable": True} if DEVICE == "cuda" else {"foreach": True}
    return torch.optim.Adam(list(parameters), lr=1e-3, **form)


class Forecaster(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.lstm = nn.LSTM(features, hidden, batch_first=True)
        self.head = nn.Linear(hidden, 1)

    def forward(self, inputs):
        return self.head(self.lstm(inputs)[0][:, -1])


class StackedForecasters(nn.Module):
    """Models side by side: every product is one batched product over them."""

    def __init__(self, models, features, hidden):
        super().__init__()
        self.hidden = hidden
        scale = hidden**-0.5
        self.input = nn.Parameter(scale * torch.randn(models, features, 4 * hidden))
        self.recurrent = nn.Parameter(scale * torch.randn(models, hidden, 4 * hidden))
        self.bias = nn.Parameter(torch.zeros(models, 1, 4 * hidden))
        self.head = nn.Parameter(scale * torch.randn(models, hidden, 1))
        self.head_bias = nn.Parameter(torch.zeros(models, 1, 1))

    def forward(self, inputs):
        models, batch, steps, features = inputs.shape
        projected = torch.baddbmm(self.bias, inputs.reshape(models, batch * steps, features), self.input)
        projected = projected.reshape(models, batch, steps, 4 * self.hidden)
        state = cell = inputs.new_zeros(models, batch, self.hidden)
        for step in range(steps):
            gates = torch.baddbmm(projected[:, :, step], state, self.recurrent)
            enter, forget, candidate, leave = gates.chunk(4, dim=-1)
            cell = torch.sigmoid(forget) * cell + torch.sigmoid(enter) * torch.tanh(candidate)
            state = torch.sigmoid(leave) * torch.tanh(cell)
        return torch.baddbmm(self.head_bias, state, self.head)


class StackedConvolutions(nn.Module):
    """Models side by side as groups of one convolution."""

    def __init__(self, models, filters):
        super().__init__()
        self.models = models
        self.body = nn.Sequential(
            nn.Conv2d(models, models * filters, 3, padding=1, groups=models), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(models * filters, models * 2 * filters, 3, padding=1, groups=models), nn.ReLU(), nn.MaxPool2d(2))
        self.head = nn.Parameter(0.05 * torch.randn(models, 2 * filters * 49, 10))
        self.head_bias = nn.Parameter(torch.zeros(models, 1, 10))

    def forward(self, images):
        models, batch = images.shape[:2]
        features = self.body(images[:, :, 0].transpose(0, 1))
        features = features.reshape(batch, models, -1).transpose(0, 1)
        return torch.baddbmm(self.head_bias, features, self.head)


def convolutions(filters):
    return nn.Sequential(
        nn.Conv2d(1, filters, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(filters, 2 * filters, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(2 * filters * 49, 10))


def task(workload, models):
    """A module, its inputs and its loss; models is 0 for a single one."""
    stack = (models,) if models else ()
    if workload in LSTMS:
        features, hidden, steps, batch = LSTMS[workload]
        module = StackedForecasters(models, features, hidden) if models else Forecaster(features, hidden)
        targets = torch.randn(*stack, batch, 1, device=DEVICE)
        # The mean of each model's own loss, so that every model learns as it would alone.
        return module, (*stack, batch, steps, features), lambda y: nn.functional.mse_loss(y, targets) * (models or 1)
    filters = CONVOLUTIONS[workload]
    module = StackedConvolutions(models, filters) if models else convolutions(filters)
    labels = torch.arange(32 * (models or 1), device=DEVICE) % 10
    return module, (*stack, 32, 1, 28, 28), lambda y: nn.functional.cross_entropy(y.reshape(-1, 10), labels) * (models or 1)


def training(workload, models, compiled=False):
    module, shape, loss = task(workload, models)
    module = module.to(DEVICE)
    optimizer = adam(module.parameters())
    inputs = torch.randn(*shape, device=DEVICE)
    network = torch.compile(module) if compiled else module

    def step():
        optimizer.zero_grad(set_to_none=False)
        loss(network(inputs)).backward()
        optimizer.step()

    return step


def as_graph(step):
    stream = torch.cuda.Stream()
    stream.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream):
        for _ in range(WARM_UP_STEPS):
            step()
    torch.cuda.current_stream().wait_stream(stream)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        step()
    return graph.replay


def step_of(workload, form, models):
    if form == "graph":
        return as_graph(training(workload, 0)) if DEVICE == "cuda" else None
    if form == "compiled":
        return training(workload, 0, compiled=True) if hasattr(torch, "compile") else None
    return training(workload, models if form == "stacked" else 0)


def synchronize():
    if DEVICE == "cuda":
        torch.cuda.synchronize()


def rate(step, seconds):
    for _ in range(WARM_UP_STEPS):
        step()
    synchronize()
    begin, steps, elapsed = time.perf_counter(), 0, 0.0
    while elapsed < seconds:
        for _ in range(WARM_UP_STEPS):
            step()
        synchronize()
        steps += WARM_UP_STEPS
        elapsed = time.perf_counter() - begin
    return steps / elapsed


def main():
    if sys.argv[1:] == ["--describe"]:
        device = torch.cuda.get_device_name() if DEVICE == "cuda" else "no GPU"
        print(f"PyTorch {torch.__version__} on {device}")
        return
    workload, form, models, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
    step = step_of(workload, form, models)
    if step is None:
        print("unsupported")
        return
    print(rate(step, seconds) * (models if form == "stacked" else 1))


main()
