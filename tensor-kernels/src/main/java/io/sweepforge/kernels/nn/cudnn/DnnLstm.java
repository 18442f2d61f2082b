package io.sweepforge.kernels.nn.cudnn;

/**
 * One level of an LSTM, of one or two directions: x [N, T, I] becomes y [N, T, D H]. States before the first step are 0.
 *
 * <p>Parameters lie in cuDNN's weight space: for each direction eight matrices [H, columns], which are the transposed
 * gates of U and then of R, in the order input, forget, candidate, output, and four biases [H]. Gaps may lie between
 * them; gradients have the same places.
 */
public interface DnnLstm extends AutoCloseable {
    /** As many gates as U and R have matrices each. */
    int GATES = 4;

    /** Bytes of the weight space. */
    long weightBytes();

    /**
     * Bytes from the beginning of the weight space to a matrix.
     *
     * @param direction 0 forward, 1 backward
     * @param matrix 0 to 3 [H, I] of the input, 4 to 7 [H, H] of the recurrence
     */
    long matrixOffset(int direction, int matrix);

    /** Bytes from the beginning of the weight space to a gate's bias [H]. */
    long biasOffset(int direction, int gate);

    /** Scratch of every call, for the largest batch. */
    long workspaceBytes();

    /** What training's forward pass leaves for its backward pass, for the largest batch. */
    long reserveBytes();

    /**
     * Where an LSTM's memory lies.
     *
     * @param weights its weight space
     * @param gradients a weight space, too
     */
    record Spaces(long weights, long gradients, long workspace, long reserve) {}

    /**
     * @param training keeps in the reserve what {@link #backward} needs
     * @param x [batch, T, I]
     * @param y [batch, T, D H], overwritten
     */
    void forward(boolean training, int batch, long x, long y, Spaces spaces);

    /**
     * Follows a training forward pass of the same batch.
     *
     * @param x as it was
     * @param y as it came out
     * @param dy [batch, T, D H], gradient by y
     * @param dx [batch, T, I], overwritten; different from all others
     */
    void backward(int batch, long x, long y, long dy, long dx, Spaces spaces);

    @Override
    void close();
}
