package io.sweepforge.kernels.nn.engine;

import org.jspecify.annotations.Nullable;

/**
 * A stage with its buffers. Parameters and gradients are the whole network's flat arrays; a layer touches its own part.
 * No two arguments are the same array.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface Layer<A> {
    /** The next forward pass belongs to this training step. */
    default void beginTraining(long seed, long step) {}

    /** The next forward pass is an inference. */
    default void beginInference() {}

    /**
     * Computes y from x.
     *
     * @param x [batch, input...], read
     * @param y [batch, output...], overwritten
     */
    void forward(A weights, A x, A y, int batch);

    /**
     * Follows the forward pass of the same batch.
     *
     * @param x [batch, input...], as in the forward pass
     * @param y [batch, output...], as the forward pass left it
     * @param dy [batch, output...], gradient of the loss by {@code y}, read
     * @param gradients this layer's part is overwritten
     * @param dx [batch, input...], overwritten with the gradient by {@code x}; null when nobody needs it
     */
    void backward(A weights, A x, A y, A dy, int batch, A gradients, @Nullable A dx);
}
