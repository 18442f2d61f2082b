package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.OptimizerSpec;

/** A lane's network, and what brings the trial's examples to it. Owned by one thread; closing it closes the network. */
public interface Feed extends AutoCloseable {
    Network network();

    /** @param order in which training examples are visited from now on; it stays as it is until the next one */
    void beginEpoch(int[] order);

    /**
     * One training step on {@code count} examples, from the order's element {@code from} on.
     *
     * @return their mean loss before the step
     */
    double train(int from, int count, OptimizerSpec optimizer, double learningRate);

    /** Scores the examples {@code from} to {@code from + count - 1} of a part. */
    void score(Split split, int from, int count);

    @Override
    default void close() {
        network().close();
    }
}
