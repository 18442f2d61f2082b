package io.sweepforge.kernels.nn;

import java.nio.ByteBuffer;

/**
 * One network with its weights, optimizer state and buffers. What it computes depends on its specification, seed and
 * inputs only, bit for bit. Owned by one thread.
 *
 * <p>Arrays given by the caller are only read (or, {@code outputs}, only written) during the call and may be longer than
 * needed. Inputs are [N, inputShape...] row-major.
 */
public interface Network extends AutoCloseable {
    NetworkSpec spec();

    int maxBatch();

    /** Fresh weights from {@code seed}, empty optimizer state, step 0. Dropout masks will depend on the same seed. */
    void initialise(long seed);

    /** Training steps done since it was initialised. */
    long step();

    /**
     * One training step on classes.
     *
     * @param labels [batch], each from 0 to classes - 1
     * @param batch from 1 to {@link #maxBatch()}
     * @return the mean loss of the batch before the step
     * @throws IllegalArgumentException when the loss is not softmax cross-entropy, or sizes do not fit
     */
    double train(float[] inputs, int[] labels, int batch, OptimizerSpec optimizer, double learningRate);

    /**
     * One training step on values.
     *
     * @param targets [batch, outputShape...]
     * @param batch from 1 to {@link #maxBatch()}
     * @return the mean loss of the batch before the step
     * @throws IllegalArgumentException when the loss is not mean squared error, or sizes do not fit
     */
    double train(float[] inputs, float[] targets, int batch, OptimizerSpec optimizer, double learningRate);

    /**
     * The outputs without dropout; logits with softmax cross-entropy. Changes nothing that training sees.
     *
     * @param outputs [batch, outputShape...], overwritten
     * @param batch from 1 to {@link #maxBatch()}
     */
    void infer(float[] inputs, int batch, float[] outputs);

    /** Bytes that {@link #save} writes. */
    int savedBytes();

    /** Writes weights, optimizer state, seed and step, at the buffer's position. */
    void save(ByteBuffer out);

    /**
     * Continues bit for bit where {@link #save} left off.
     *
     * @throws IllegalArgumentException when the content is of another network or backend; nothing has changed then
     */
    void load(ByteBuffer in);

    /** Draws from another seed from the next step on; weights, optimizer state and step stay. */
    void reseed(long seed);

    /** Bytes of memory it holds. */
    long bytes();

    /** The flat parameters, in the order of {@link NetworkSpec#stages()}. A copy, for tests and tools. */
    double[] weights();

    /** Replaces the flat parameters; optimizer state and step stay. */
    void setWeights(double[] weights);

    /** The gradients of the last training step, before clipping and weight decay. A copy. */
    double[] gradients();

    @Override
    void close();
}
