package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static io.sweepforge.kernels.gpu.jcuda.CudnnStatus.check;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static jcuda.jcudnn.cudnnTensorFormat.CUDNN_TENSOR_NCHW;

import io.sweepforge.kernels.nn.cudnn.Scope;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnActivationDescriptor;
import jcuda.jcudnn.cudnnConvolutionDescriptor;
import jcuda.jcudnn.cudnnDropoutDescriptor;
import jcuda.jcudnn.cudnnFilterDescriptor;
import jcuda.jcudnn.cudnnHandle;
import jcuda.jcudnn.cudnnRNNDataDescriptor;
import jcuda.jcudnn.cudnnRNNDescriptor;
import jcuda.jcudnn.cudnnTensorDescriptor;

/** Makes cuDNN's objects and has a scope give them back. Descriptors live on the host and are read when work is queued. */
final class Descriptors {
    private Descriptors() {}

    static cudnnHandle handle(Scope scope) {
        cudnnHandle handle = new cudnnHandle();
        check(JCudnn.cudnnCreate(handle), "starting cuDNN");
        scope.onClose(() -> check(JCudnn.cudnnDestroy(handle), "ending cuDNN"));
        return handle;
    }

    static cudnnTensorDescriptor tensor(Scope scope) {
        cudnnTensorDescriptor tensor = new cudnnTensorDescriptor();
        check(JCudnn.cudnnCreateTensorDescriptor(tensor), "a tensor descriptor");
        scope.onClose(() -> check(JCudnn.cudnnDestroyTensorDescriptor(tensor), "giving back a tensor descriptor"));
        return tensor;
    }

    /** Makes it describe [n, c, h, w], row-major. */
    static void shape(cudnnTensorDescriptor tensor, int n, int c, int h, int w) {
        check(
                JCudnn.cudnnSetTensor4dDescriptor(tensor, CUDNN_TENSOR_NCHW, CUDNN_DATA_FLOAT, n, c, h, w),
                "a tensor [%d, %d, %d, %d]".formatted(n, c, h, w));
    }

    static cudnnFilterDescriptor filter(Scope scope, int k, int c, int size) {
        cudnnFilterDescriptor filter = new cudnnFilterDescriptor();
        check(JCudnn.cudnnCreateFilterDescriptor(filter), "a filter descriptor");
        scope.onClose(() -> check(JCudnn.cudnnDestroyFilterDescriptor(filter), "giving back a filter descriptor"));
        check(
                JCudnn.cudnnSetFilter4dDescriptor(filter, CUDNN_DATA_FLOAT, CUDNN_TENSOR_NCHW, k, c, size, size),
                "filters [%d, %d, %d, %d]".formatted(k, c, size, size));
        return filter;
    }

    static cudnnConvolutionDescriptor convolution(Scope scope) {
        cudnnConvolutionDescriptor convolution = new cudnnConvolutionDescriptor();
        check(JCudnn.cudnnCreateConvolutionDescriptor(convolution), "a convolution descriptor");
        scope.onClose(() ->
                check(JCudnn.cudnnDestroyConvolutionDescriptor(convolution), "giving back a convolution descriptor"));
        return convolution;
    }

    static cudnnActivationDescriptor activation(Scope scope) {
        cudnnActivationDescriptor activation = new cudnnActivationDescriptor();
        check(JCudnn.cudnnCreateActivationDescriptor(activation), "an activation descriptor");
        scope.onClose(() ->
                check(JCudnn.cudnnDestroyActivationDescriptor(activation), "giving back an activation descriptor"));
        return activation;
    }

    static cudnnDropoutDescriptor dropout(Scope scope) {
        cudnnDropoutDescriptor dropout = new cudnnDropoutDescriptor();
        check(JCudnn.cudnnCreateDropoutDescriptor(dropout), "a dropout descriptor");
        scope.onClose(() -> check(JCudnn.cudnnDestroyDropoutDescriptor(dropout), "giving back a dropout descriptor"));
        return dropout;
    }

    static cudnnRNNDescriptor rnn(Scope scope) {
        cudnnRNNDescriptor rnn = new cudnnRNNDescriptor();
        check(JCudnn.cudnnCreateRNNDescriptor(rnn), "an RNN descriptor");
        scope.onClose(() -> check(JCudnn.cudnnDestroyRNNDescriptor(rnn), "giving back an RNN descriptor"));
        return rnn;
    }

    static cudnnRNNDataDescriptor sequence(Scope scope) {
        cudnnRNNDataDescriptor sequence = new cudnnRNNDataDescriptor();
        check(JCudnn.cudnnCreateRNNDataDescriptor(sequence), "a sequence descriptor");
        scope.onClose(() -> check(JCudnn.cudnnDestroyRNNDataDescriptor(sequence), "giving back a sequence descriptor"));
        return sequence;
    }
}
