package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static io.sweepforge.kernels.gpu.jcuda.CudnnStatus.check;

import io.sweepforge.kernels.gpu.jcuda.DeviceAddress;
import io.sweepforge.kernels.nn.cudnn.DnnLstm;
import io.sweepforge.kernels.nn.cudnn.LstmShape;
import io.sweepforge.kernels.nn.cudnn.Scope;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnHandle;
import jcuda.jcudnn.cudnnTensorDescriptor;

/**
 * Where cuDNN wants an LSTM's weights.
 *
 * @param matrices bytes from its beginning by direction and linear layer: input, forget, candidate and output gate of the
 *     input, then the same of the recurrence
 * @param biases bytes from its beginning by direction and gate
 */
record WeightSpace(long bytes, long[][] matrices, long[][] biases) {
    /** cuDNN only adds to the beginning that it is told, so it is told one where nothing is. */
    private static final long BEGINNING = 1L << 32;

    static WeightSpace of(cudnnHandle handle, LstmDescriptors d, LstmShape shape) {
        long[] bytes = new long[1];
        check(JCudnn.cudnnGetRNNWeightSpaceSize(handle, d.rnn, bytes), "asking for the size of an LSTM's weights");
        int layers = 2 * DnnLstm.GATES;
        WeightSpace space = new WeightSpace(
                bytes[0], new long[shape.directions()][layers], new long[shape.directions()][DnnLstm.GATES]);
        try (Scope scope = new Scope()) {
            cudnnTensorDescriptor matrix = Descriptors.tensor(scope);
            cudnnTensorDescriptor bias = Descriptors.tensor(scope);
            for (int i = 0; i < shape.directions() * layers; i++) {
                space.ask(handle, d, i / layers, i % layers, matrix, bias);
            }
        }
        return space;
    }

    private void ask(
            cudnnHandle handle,
            LstmDescriptors d,
            int direction,
            int layer,
            cudnnTensorDescriptor matrix,
            cudnnTensorDescriptor bias) {
        DeviceAddress matrixAddress = new DeviceAddress();
        DeviceAddress biasAddress = new DeviceAddress();
        check(
                JCudnn.cudnnGetRNNWeightParams(
                        handle,
                        d.rnn,
                        direction,
                        bytes,
                        new DeviceAddress(BEGINNING),
                        layer,
                        matrix,
                        matrixAddress,
                        bias,
                        biasAddress),
                "asking where an LSTM's weights lie");
        matrices[direction][layer] = matrixAddress.value() - BEGINNING;
        if (layer < DnnLstm.GATES) {
            biases[direction][layer] = biasAddress.value() - BEGINNING;
        }
    }
}
