package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.OptimizerSpec;

/**
 * Updates flat parameters.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface Optimizer<A> {
    double sumOfSquares(A values, int count);

    /**
     * One step.
     *
     * @param gradientScale factor of every gradient, from clipping
     * @param time number of this step, from 1
     * @param weights [count], updated
     * @param gradients [count], read
     * @param first [count], updated: momentum, or Adam's first moment
     * @param second [count], updated: RMSprop's mean square, or Adam's second moment
     */
    void update(
            OptimizerSpec spec,
            double learningRate,
            double gradientScale,
            long time,
            A weights,
            A gradients,
            A first,
            A second,
            int count);
}
