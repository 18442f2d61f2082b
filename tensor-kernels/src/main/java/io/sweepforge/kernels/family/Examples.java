package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.util.Map;

/** Feeds one trial's network with examples and turns its outputs into metrics. Owned by one thread. */
public interface Examples {
    /** Examples of a part. */
    int count(Split split);

    /** Examples of a part that an evaluation visits: all, but none to train on, whose loss is known from the steps. */
    default int evaluated(Split split) {
        return split == Split.TRAINING ? 0 : count(split);
    }

    /**
     * One training step on the training examples {@code order[from]} to {@code order[from + count - 1]}.
     *
     * @return their mean loss before the step
     */
    double train(Network network, int[] order, int from, int count, OptimizerSpec optimizer, double learningRate);

    /** Forgets what was scored so far. */
    void beginEvaluation();

    /** Scores the examples {@code from} to {@code from + count - 1} of a part. */
    void score(Network network, Split split, int from, int count);

    /** The same from outputs [count, outputShape...] that were computed elsewhere. */
    void score(float[] outputs, Split split, int from, int count);

    /**
     * The family's metrics over everything scored since {@link #beginEvaluation}.
     *
     * @param trainingLoss mean loss over the steps of the epoch
     */
    Map<String, Double> metrics(double trainingLoss);

    /** All examples, for a device that gathers batches itself. Made anew by each call. */
    ExampleArrays arrays();

    /** Where this trial's examples lie in {@link #arrays}. */
    ExamplePositions positions();
}
