package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.Examples;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.OptimizerSpec;

/** Gathers batches on the host, for networks of any backend. */
final class HostFeed implements Feed {
    private final Network network;
    private final Examples examples;
    private int[] order = {};

    HostFeed(Backend backend, TrainingPlan plan) {
        this.network = backend.plan(plan.network(), plan.maxBatch());
        this.examples = plan.examples();
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public void beginEpoch(int[] next) {
        order = next;
    }

    @Override
    public double train(int from, int count, OptimizerSpec optimizer, double learningRate) {
        return examples.train(network, order, from, count, optimizer, learningRate);
    }

    @Override
    public void score(Split split, int from, int count) {
        examples.score(network, split, from, count);
    }
}
