package io.sweepforge.kernels.nn.cudnn;

/**
 * A convolution with bias: x [N, C, H, W] becomes y [N, K, H', W'], with filters [K, C, k, k] and bias [K]. Its algorithms
 * are chosen once for each shape and do not depend on the batch.
 */
public interface DnnConvolution extends AutoCloseable {
    /** Scratch of every call, for every batch up to the largest. */
    long workspaceBytes();

    /**
     * @param x [batch, C, H, W]
     * @param y [batch, K, H', W'], overwritten
     */
    void forward(int batch, long x, long filters, long bias, long y, long workspace);

    /**
     * The gradients by the parameters.
     *
     * @param dy [batch, K, H', W'], gradient by the output
     * @param filterGradient [K, C, k, k], overwritten
     * @param biasGradient [K], overwritten
     */
    void backwardParameters(int batch, long x, long dy, long filterGradient, long biasGradient, long workspace);

    /**
     * The gradient by the input.
     *
     * @param dx [batch, C, H, W], overwritten
     */
    void backwardInput(int batch, long filters, long dy, long dx, long workspace);

    @Override
    void close();
}
