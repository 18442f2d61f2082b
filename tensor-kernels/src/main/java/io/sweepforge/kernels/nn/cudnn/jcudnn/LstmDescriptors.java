package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static io.sweepforge.kernels.gpu.jcuda.CudnnStatus.check;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static jcuda.jcudnn.cudnnDirectionMode.CUDNN_BIDIRECTIONAL;
import static jcuda.jcudnn.cudnnDirectionMode.CUDNN_UNIDIRECTIONAL;
import static jcuda.jcudnn.cudnnMathType.CUDNN_FMA_MATH;
import static jcuda.jcudnn.cudnnRNNAlgo.CUDNN_RNN_ALGO_STANDARD;
import static jcuda.jcudnn.cudnnRNNBiasMode.CUDNN_RNN_SINGLE_INP_BIAS;
import static jcuda.jcudnn.cudnnRNNDataLayout.CUDNN_RNN_DATA_LAYOUT_BATCH_MAJOR_UNPACKED;
import static jcuda.jcudnn.cudnnRNNInputMode.CUDNN_LINEAR_INPUT;
import static jcuda.jcudnn.cudnnRNNMode.CUDNN_LSTM;

import io.sweepforge.kernels.nn.cudnn.LstmShape;
import io.sweepforge.kernels.nn.cudnn.Scope;
import java.util.Arrays;
import jcuda.Pointer;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnDropoutDescriptor;
import jcuda.jcudnn.cudnnHandle;
import jcuda.jcudnn.cudnnRNNDataDescriptor;
import jcuda.jcudnn.cudnnRNNDescriptor;
import jcuda.jcudnn.cudnnTensorDescriptor;

/**
 * What cuDNN is told of an LSTM level; needs no GPU. Sequences are [N, T, features] and all of them have T steps. One bias, the
 * input's, as the flat parameters have it.
 */
final class LstmDescriptors implements AutoCloseable {
    /** {@code CUDNN_RNN_PADDED_IO_ENABLED}, which JCudnn does not name: without it sequences must be packed step by step. */
    private static final int PADDED_IO = 1;

    final cudnnRNNDescriptor rnn;
    final cudnnRNNDataDescriptor x;
    final cudnnRNNDataDescriptor y;
    /** Of the states before and after the sequence, [D, N, H]. */
    final cudnnTensorDescriptor state;

    private final cudnnDropoutDescriptor dropout;
    private final Scope scope = new Scope();
    private final LstmShape shape;

    LstmDescriptors(LstmShape shape) {
        this.shape = shape;
        try {
            rnn = Descriptors.rnn(scope);
            dropout = Descriptors.dropout(scope);
            x = Descriptors.sequence(scope);
            y = Descriptors.sequence(scope);
            state = Descriptors.tensor(scope);
            setRnn();
            setBatch(1);
        } catch (RuntimeException | Error e) {
            scope.close();
            throw e;
        }
    }

    /**
     * To be called before it is used on a device. A single level has nothing between levels to drop, and dropout is a layer of
     * its own here; but cuDNN wants to be told, on a device.
     */
    void dropNothing(cudnnHandle handle) {
        check(JCudnn.cudnnSetDropoutDescriptor(dropout, handle, 0, Scalars.NONE, 0, 0), "an LSTM without dropout");
        setRnn();
    }

    private void setRnn() {
        check(
                JCudnn.cudnnSetRNNDescriptor_v8(
                        rnn,
                        CUDNN_RNN_ALGO_STANDARD,
                        CUDNN_LSTM,
                        CUDNN_RNN_SINGLE_INP_BIAS,
                        shape.directions() == 2 ? CUDNN_BIDIRECTIONAL : CUDNN_UNIDIRECTIONAL,
                        CUDNN_LINEAR_INPUT,
                        CUDNN_DATA_FLOAT,
                        CUDNN_DATA_FLOAT,
                        CUDNN_FMA_MATH,
                        shape.inputs(),
                        shape.hidden(),
                        shape.hidden(),
                        1,
                        dropout,
                        PADDED_IO),
                "an LSTM " + shape);
    }

    void setBatch(int batch) {
        int[] lengths = new int[batch];
        Arrays.fill(lengths, shape.steps());
        setSequence(x, lengths, shape.inputs());
        setSequence(y, lengths, shape.outputs());
        int[] states = {shape.directions(), batch, shape.hidden()};
        int[] strides = {batch * shape.hidden(), shape.hidden(), 1};
        check(
                JCudnn.cudnnSetTensorNdDescriptor(state, CUDNN_DATA_FLOAT, states.length, states, strides),
                "states of an LSTM " + Arrays.toString(states));
    }

    private void setSequence(cudnnRNNDataDescriptor sequence, int[] lengths, int features) {
        check(
                JCudnn.cudnnSetRNNDataDescriptor(
                        sequence,
                        CUDNN_DATA_FLOAT,
                        CUDNN_RNN_DATA_LAYOUT_BATCH_MAJOR_UNPACKED,
                        shape.steps(),
                        lengths.length,
                        features,
                        lengths,
                        Pointer.to(new float[1])),
                "sequences [%d, %d, %d]".formatted(lengths.length, shape.steps(), features));
    }

    @Override
    public void close() {
        scope.close();
    }
}
