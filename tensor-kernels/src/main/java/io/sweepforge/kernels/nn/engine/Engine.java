package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.Stage;

/**
 * What a backend brings to a network; made anew for each.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface Engine<A> {
    Storage<A> storage();

    Optimizer<A> optimizer();

    /** A dense, convolution, LSTM or activation layer. */
    Layer<A> layer(Stage stage, int maxBatch);
}
