package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.Feed;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.ExamplePositions;
import io.sweepforge.kernels.family.Examples;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.cudnn.GatheringNetwork;
import java.util.Objects;

/** A network that gathers its batches on the device; only the order of an epoch goes up, and outputs come down to be scored. */
final class ResidentFeed implements Feed {
    private final GatheringNetwork network;
    private final Examples examples;
    private final ExamplePositions positions;
    private final float[] outputs;

    ResidentFeed(GatheringNetwork network, TrainingPlan plan, ExamplePositions positions) {
        this.network = network;
        this.examples = plan.examples();
        this.positions = positions;
        this.outputs = new float[plan.maxBatch() * plan.network().outputSize()];
    }

    @Override
    public GatheringNetwork network() {
        return network;
    }

    @Override
    public void beginEpoch(int[] order) {
        network.setOrder(order);
    }

    @Override
    public double train(int from, int count, OptimizerSpec optimizer, double learningRate) {
        return network.train(from, count, optimizer, learningRate);
    }

    @Override
    public void score(Split split, int from, int count) {
        int first = Objects.requireNonNull(positions.parts().get(split), "a part that has examples")
                .input();
        network.infer(first + from * positions.inputStride(), count, outputs);
        examples.score(outputs, split, from, count);
    }
}
