package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static io.sweepforge.kernels.gpu.jcuda.CudnnStatus.check;
import static io.sweepforge.kernels.nn.cudnn.jcudnn.Scalars.ONE;
import static io.sweepforge.kernels.nn.cudnn.jcudnn.Scalars.ZERO;
import static jcuda.jcudnn.cudnnActivationMode.CUDNN_ACTIVATION_RELU;
import static jcuda.jcudnn.cudnnActivationMode.CUDNN_ACTIVATION_TANH;
import static jcuda.jcudnn.cudnnNanPropagation.CUDNN_PROPAGATE_NAN;
import static jcuda.jcudnn.cudnnSoftmaxAlgorithm.CUDNN_SOFTMAX_LOG;
import static jcuda.jcudnn.cudnnSoftmaxMode.CUDNN_SOFTMAX_MODE_INSTANCE;

import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.jcuda.DeviceAddress;
import io.sweepforge.kernels.gpu.jcuda.JcudaStream;
import io.sweepforge.kernels.nn.LayerSpec.Activation;
import io.sweepforge.kernels.nn.cudnn.Dnn;
import io.sweepforge.kernels.nn.cudnn.DnnConvolution;
import io.sweepforge.kernels.nn.cudnn.DnnLstm;
import io.sweepforge.kernels.nn.cudnn.LstmShape;
import io.sweepforge.kernels.nn.cudnn.Scope;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnActivationDescriptor;
import jcuda.jcudnn.cudnnHandle;
import jcuda.jcudnn.cudnnTensorDescriptor;
import jcuda.runtime.cudaStream_t;

/**
 * cuDNN on a stream of the driver. cuDNN calls on whatever context is current: its user puts something into the stream first,
 * which makes the GPU's context current on the calling thread.
 */
public final class JcudnnDnn implements Dnn {
    private final Scope scope = new Scope();
    private final Map<ConvGeometry, ConvolutionAlgorithms> algorithms;
    private final cudnnHandle handle;
    private final cudnnTensorDescriptor tensor;
    private final cudnnActivationDescriptor activation;

    private JcudnnDnn(JcudaStream stream, Map<ConvGeometry, ConvolutionAlgorithms> algorithms) {
        this.algorithms = algorithms;
        try {
            cudaStream_t raw = new cudaStream_t(stream.handle());
            handle = Descriptors.handle(scope);
            check(JCudnn.cudnnSetStream(handle, raw), "giving cuDNN a stream");
            tensor = Descriptors.tensor(scope);
            activation = Descriptors.activation(scope);
        } catch (RuntimeException | Error e) {
            scope.close();
            throw e;
        }
    }

    /**
     * cuDNN on streams of one GPU, which share what is known about algorithms. To be called once cuDNN is loaded.
     *
     * @return takes streams that the driver made
     */
    public static Function<GpuStream, Dnn> onStreams() {
        Map<ConvGeometry, ConvolutionAlgorithms> algorithms = new ConcurrentHashMap<>();
        return stream -> new JcudnnDnn((JcudaStream) stream, algorithms);
    }

    @Override
    public DnnLstm lstm(LstmShape shape, int maxBatch) {
        return new JcudnnLstm(handle, shape, maxBatch);
    }

    @Override
    public DnnConvolution convolution(ConvGeometry geometry, int maxBatch) {
        return new JcudnnConvolution(handle, geometry, maxBatch, algorithms);
    }

    @Override
    public void activate(Activation.Function function, int count, long x, long y) {
        describe(function, count);
        check(
                JCudnn.cudnnActivationForward(
                        handle, activation, ONE, tensor, new DeviceAddress(x), ZERO, tensor, new DeviceAddress(y)),
                "activation");
    }

    @Override
    public void activateBackward(Activation.Function function, int count, long x, long y, long dy, long dx) {
        describe(function, count);
        check(
                JCudnn.cudnnActivationBackward(
                        handle,
                        activation,
                        ONE,
                        tensor,
                        new DeviceAddress(y),
                        tensor,
                        new DeviceAddress(dy),
                        tensor,
                        new DeviceAddress(x),
                        ZERO,
                        tensor,
                        new DeviceAddress(dx)),
                "gradient of an activation");
    }

    /** cuDNN lets what is not a number through only when it is told to. */
    private void describe(Activation.Function function, int count) {
        Descriptors.shape(tensor, 1, 1, 1, count);
        int mode = function == Activation.Function.RELU ? CUDNN_ACTIVATION_RELU : CUDNN_ACTIVATION_TANH;
        check(JCudnn.cudnnSetActivationDescriptor(activation, mode, CUDNN_PROPAGATE_NAN, 0), "an activation");
    }

    @Override
    public void logSoftmax(int rows, int classes, long x, long y) {
        Descriptors.shape(tensor, rows, classes, 1, 1);
        check(
                JCudnn.cudnnSoftmaxForward(
                        handle,
                        CUDNN_SOFTMAX_LOG,
                        CUDNN_SOFTMAX_MODE_INSTANCE,
                        ONE,
                        tensor,
                        new DeviceAddress(x),
                        ZERO,
                        tensor,
                        new DeviceAddress(y)),
                "softmax");
    }

    @Override
    public void logSoftmaxBackward(int rows, int classes, long y, long dy, long dx) {
        Descriptors.shape(tensor, rows, classes, 1, 1);
        check(
                JCudnn.cudnnSoftmaxBackward(
                        handle,
                        CUDNN_SOFTMAX_LOG,
                        CUDNN_SOFTMAX_MODE_INSTANCE,
                        ONE,
                        tensor,
                        new DeviceAddress(y),
                        tensor,
                        new DeviceAddress(dy),
                        ZERO,
                        tensor,
                        new DeviceAddress(dx)),
                "gradient of a softmax");
    }

    @Override
    public void close() {
        scope.close();
    }
}
