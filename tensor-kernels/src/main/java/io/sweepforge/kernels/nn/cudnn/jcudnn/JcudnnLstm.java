package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static io.sweepforge.kernels.gpu.jcuda.CudnnStatus.check;
import static io.sweepforge.kernels.nn.cudnn.jcudnn.Scalars.NONE;
import static jcuda.jcudnn.cudnnForwardMode.CUDNN_FWD_MODE_INFERENCE;
import static jcuda.jcudnn.cudnnForwardMode.CUDNN_FWD_MODE_TRAINING;
import static jcuda.jcudnn.cudnnWgradMode.CUDNN_WGRAD_MODE_ADD;

import io.sweepforge.kernels.gpu.jcuda.DeviceAddress;
import io.sweepforge.kernels.nn.cudnn.DnnLstm;
import io.sweepforge.kernels.nn.cudnn.LstmShape;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnHandle;

/**
 * An LSTM level by cuDNN's RNN functions of version 8. The lengths of the sequences are left out on the device: since 8.9.1
 * cuDNN takes them from the descriptors.
 */
final class JcudnnLstm implements DnnLstm {
    private final cudnnHandle handle;
    private final LstmDescriptors d;
    private final WeightSpace weights;
    private final long workspaceBytes;
    private final long reserveBytes;

    JcudnnLstm(cudnnHandle handle, LstmShape shape, int maxBatch) {
        this.handle = handle;
        this.d = new LstmDescriptors(shape);
        try {
            d.dropNothing(handle);
            weights = WeightSpace.of(handle, d, shape);
            d.setBatch(maxBatch);
            long[] workspace = new long[1];
            long[] reserve = new long[1];
            long[] inference = new long[1];
            tempSpace(CUDNN_FWD_MODE_TRAINING, workspace, reserve);
            tempSpace(CUDNN_FWD_MODE_INFERENCE, inference, new long[1]);
            workspaceBytes = Math.max(workspace[0], inference[0]);
            reserveBytes = reserve[0];
        } catch (RuntimeException | Error e) {
            d.close();
            throw e;
        }
    }

    private void tempSpace(int mode, long[] workspace, long[] reserve) {
        check(
                JCudnn.cudnnGetRNNTempSpaceSizes(handle, d.rnn, mode, d.x, workspace, reserve),
                "asking for an LSTM's workspace");
    }

    @Override
    public long weightBytes() {
        return weights.bytes();
    }

    @Override
    public long matrixOffset(int direction, int matrix) {
        return weights.matrices()[direction][matrix];
    }

    @Override
    public long biasOffset(int direction, int gate) {
        return weights.biases()[direction][gate];
    }

    @Override
    public long workspaceBytes() {
        return workspaceBytes;
    }

    @Override
    public long reserveBytes() {
        return reserveBytes;
    }

    @Override
    public void forward(boolean training, int batch, long x, long y, Spaces spaces) {
        d.setBatch(batch);
        check(
                JCudnn.cudnnRNNForward(
                        handle,
                        d.rnn,
                        training ? CUDNN_FWD_MODE_TRAINING : CUDNN_FWD_MODE_INFERENCE,
                        NONE,
                        d.x,
                        new DeviceAddress(x),
                        d.y,
                        new DeviceAddress(y),
                        d.state,
                        NONE,
                        NONE,
                        d.state,
                        NONE,
                        NONE,
                        weights.bytes(),
                        new DeviceAddress(spaces.weights()),
                        workspaceBytes,
                        new DeviceAddress(spaces.workspace()),
                        reserveBytes,
                        new DeviceAddress(spaces.reserve())),
                "LSTM");
    }

    /** The gradient by the data has to come first: the one by the weights reads what it leaves in the reserve. */
    @Override
    public void backward(int batch, long x, long y, long dy, long dx, Spaces spaces) {
        d.setBatch(batch);
        check(
                JCudnn.cudnnRNNBackwardData_v8(
                        handle,
                        d.rnn,
                        NONE,
                        d.y,
                        new DeviceAddress(y),
                        new DeviceAddress(dy),
                        d.x,
                        new DeviceAddress(dx),
                        d.state,
                        NONE,
                        NONE,
                        NONE,
                        d.state,
                        NONE,
                        NONE,
                        NONE,
                        weights.bytes(),
                        new DeviceAddress(spaces.weights()),
                        workspaceBytes,
                        new DeviceAddress(spaces.workspace()),
                        reserveBytes,
                        new DeviceAddress(spaces.reserve())),
                "gradient of an LSTM's input");
        check(
                JCudnn.cudnnRNNBackwardWeights_v8(
                        handle,
                        d.rnn,
                        CUDNN_WGRAD_MODE_ADD,
                        NONE,
                        d.x,
                        new DeviceAddress(x),
                        d.state,
                        NONE,
                        d.y,
                        new DeviceAddress(y),
                        weights.bytes(),
                        new DeviceAddress(spaces.gradients()),
                        workspaceBytes,
                        new DeviceAddress(spaces.workspace()),
                        reserveBytes,
                        new DeviceAddress(spaces.reserve())),
                "gradient of an LSTM's weights");
    }

    @Override
    public void close() {
        d.close();
    }
}
