package io.sweepforge.benchmarks.kernels;

import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.util.List;

/** A training step of one LSTM with a dense layer and Adam: input features I, hidden H, steps T, batch N. */
public record LstmStep(int features, int hidden, int steps, int batch) {
    String shape() {
        return "LSTM I %d, H %d, T %d, N %d".formatted(features, hidden, steps, batch);
    }

    /** Projection and recurrence forward, the recurrence backward, and the gradients of both matrices. */
    public double flops() {
        double projection = 2.0 * batch * steps * features * 4 * hidden;
        double recurrence = 2.0 * batch * steps * hidden * 4 * hidden;
        return 2 * projection + 3 * recurrence;
    }

    Runnable prepare() {
        NetworkSpec spec = new NetworkSpec(
                List.of(steps, features),
                List.of(new LayerSpec.Lstm(hidden, 1, false, false), new LayerSpec.Dense(1)),
                Loss.MEAN_SQUARED_ERROR);
        Network network = Backends.named("vector").plan(spec, batch);
        network.initialise(1);
        float[] inputs = Waves.of(batch * steps * features);
        float[] targets = Waves.of(batch);
        OptimizerSpec adam = OptimizerSpec.of(OptimizerSpec.Kind.ADAM);
        return () -> network.train(inputs, targets, batch, adam, 1e-3);
    }
}
