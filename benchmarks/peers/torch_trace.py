"""Losses of PyTorch over 200 training steps, which TorchTraceTest of tensor-kernels holds every backend to.

Weights, batches and labels follow from the formulas below, which the test computes too; weights are in the order of
docs/kernels.md. PyTorch computes in double precision. Prints a CSV: the step, then a column for each case.

Usage: python3 torch_trace.py > ../../tensor-kernels/src/test/resources/io/sweepforge/kernels/nn/torch-trace.csv
"""
import numpy
import torch

STEPS = 200
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def wave(count, amplitude, frequency, phase):
    """amplitude sin(frequency i + phase), rounded to single precision."""
    i = numpy.arange(count, dtype=numpy.float64)
    return torch.from_numpy((amplitude * numpy.sin(frequency * i + phase)).astype(numpy.float32).astype(numpy.float64))


class Weights:
    """Hands out the flat parameters one block after the other."""

    def __init__(self, count):
        self.flat = wave(count, 0.3, 1.7, 0.2)
        self.position = 0

    def take(self, *shape):
        count = int(numpy.prod(shape))
        block = self.flat[self.position : self.position + count].reshape(shape)
        self.position += count
        return block


class Forecaster(torch.nn.Module):
    """[T 12, I 3] -> LSTM with two levels of H 20 -> dense 1. One bias is trained, as ours is; the other stays 0."""

    def __init__(self, inputs=3, hidden=20):
        super().__init__()
        self.lstm = torch.nn.LSTM(inputs, hidden, num_layers=2, batch_first=True)
        self.dense = torch.nn.Linear(hidden, 1)
        gates = 4 * hidden
        weights = Weights((inputs + hidden + 1) * gates + (2 * hidden + 1) * gates + hidden + 1)
        with torch.no_grad():
            for level, width in enumerate((inputs, hidden)):
                getattr(self.lstm, f"weight_ih_l{level}").copy_(weights.take(width, gates).T)
                getattr(self.lstm, f"weight_hh_l{level}").copy_(weights.take(hidden, gates).T)
                getattr(self.lstm, f"bias_ih_l{level}").copy_(weights.take(gates))
                second = getattr(self.lstm, f"bias_hh_l{level}")
                second.zero_()
                second.requires_grad_(False)
            self.dense.weight.copy_(weights.take(hidden, 1).T)
            self.dense.bias.copy_(weights.take(1))

    def forward(self, x):
        return self.dense(self.lstm(x)[0][:, -1])

    def batch(self, step):
        """The target of each example is what its wave goes on with."""
        x = wave(8 * 36, 1, 0.13, 0.7 * step)
        return x.reshape(8, 12, 3), wave(8, 0.8, 36 * 0.13, 36 * 0.13 + 0.7 * step).reshape(8, 1)

    loss = staticmethod(torch.nn.functional.mse_loss)


class Classifier(torch.nn.Module):
    """[1, 12, 12] -> conv 3x3 5 -> ReLU -> pool 2 -> conv 3x3 10 -> ReLU -> pool 2 -> dense 4."""

    def __init__(self):
        super().__init__()
        self.first = torch.nn.Conv2d(1, 5, 3, padding=1)
        self.second = torch.nn.Conv2d(5, 10, 3, padding=1)
        self.dense = torch.nn.Linear(90, 4)
        weights = Weights(10 * 5 + 46 * 10 + 91 * 4)
        with torch.no_grad():
            for conv, channels, filters in ((self.first, 1, 5), (self.second, 5, 10)):
                conv.weight.copy_(weights.take(channels * 9, filters).T.reshape(filters, channels, 3, 3))
                conv.bias.copy_(weights.take(filters))
            self.dense.weight.copy_(weights.take(90, 4).T)
            self.dense.bias.copy_(weights.take(4))

    def forward(self, x):
        for conv in (self.first, self.second):
            x = torch.nn.functional.max_pool2d(torch.relu(conv(x)), 2)
        return self.dense(x.flatten(1))

    def batch(self, step):
        labels = [(n + step) % 4 for n in range(6)]
        images = [wave(144, 1, 0.3 * (label + 1), 0.5 * n + step) for n, label in enumerate(labels)]
        return torch.stack(images).reshape(6, 1, 12, 12), torch.tensor(labels)

    loss = staticmethod(torch.nn.functional.cross_entropy)


def losses(model, optimizer):
    for step in range(STEPS):
        x, target = model.batch(step)
        loss = model.loss(model(x), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        yield loss.item()


def case(model, optimizer, **options):
    return losses(model, optimizer([p for p in model.parameters() if p.requires_grad], **options))


if __name__ == "__main__":
    columns = [
        case(Forecaster(), torch.optim.Adam, lr=0.005),
        case(Classifier(), torch.optim.Adam, lr=0.002),
        case(Classifier(), torch.optim.SGD, lr=0.02, momentum=0.9),
    ]
    print("step,lstm-adam,conv-adam,conv-sgd")
    for step, row in enumerate(zip(*columns)):
        print(step, *(format(loss, ".12g") for loss in row), sep=",")
