package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.engine.ConvGeometry;

/**
 * What the backend needs of cuDNN, on one stream: every computing call puts its work there and returns. Addresses are of
 * the device, elements are single precision, arrays are row-major without gaps. The same call with the same content gives
 * the same bits. Used by one thread at a time; every call may throw {@code GpuException}.
 */
public interface Dnn extends AutoCloseable {
    /** An LSTM level; closed before this is. */
    DnnLstm lstm(LstmShape shape, int maxBatch);

    /** A convolution with bias; closed before this is. */
    DnnConvolution convolution(ConvGeometry geometry, int maxBatch);

    /**
     * y = function(x); what is not a number stays so.
     *
     * @param x [count]
     * @param y [count], overwritten; may be x
     */
    void activate(Function function, int count, long x, long y);

    /**
     * dx = dy times the slope of the function, 0 for ReLU at 0.
     *
     * @param x [count], as it was activated
     * @param y [count], what came of it
     * @param dy [count], gradient by y
     * @param dx [count], overwritten
     */
    void activateBackward(Function function, int count, long x, long y, long dy, long dx);

    /**
     * y = x - log(sum of exp(x)) for each row.
     *
     * @param x [rows, classes]
     * @param y [rows, classes], overwritten
     */
    void logSoftmax(int rows, int classes, long x, long y);

    /**
     * The gradient by the input of {@link #logSoftmax}.
     *
     * @param y [rows, classes], what it computed
     * @param dy [rows, classes], gradient by y
     * @param dx [rows, classes], overwritten
     */
    void logSoftmaxBackward(int rows, int classes, long y, long dy, long dx);

    @Override
    void close();
}
