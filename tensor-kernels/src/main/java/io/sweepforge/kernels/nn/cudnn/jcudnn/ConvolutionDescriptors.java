package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static io.sweepforge.kernels.gpu.jcuda.CudnnStatus.check;
import static jcuda.jcudnn.cudnnConvolutionMode.CUDNN_CROSS_CORRELATION;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static jcuda.jcudnn.cudnnMathType.CUDNN_FMA_MATH;

import io.sweepforge.kernels.nn.cudnn.Scope;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnConvolutionDescriptor;
import jcuda.jcudnn.cudnnFilterDescriptor;
import jcuda.jcudnn.cudnnTensorDescriptor;

/** What cuDNN is told of a convolution; needs no GPU. */
final class ConvolutionDescriptors implements AutoCloseable {
    final cudnnTensorDescriptor x;
    final cudnnTensorDescriptor y;
    final cudnnTensorDescriptor bias;
    final cudnnFilterDescriptor filters;
    final cudnnConvolutionDescriptor convolution;
    private final Scope scope = new Scope();
    private final ConvGeometry g;

    ConvolutionDescriptors(ConvGeometry geometry) {
        g = geometry;
        try {
            x = Descriptors.tensor(scope);
            y = Descriptors.tensor(scope);
            bias = Descriptors.tensor(scope);
            Descriptors.shape(bias, 1, g.filters(), 1, 1);
            filters = Descriptors.filter(scope, g.filters(), g.channels(), g.kernel());
            convolution = Descriptors.convolution(scope);
            setConvolution();
            setBatch(1);
        } catch (RuntimeException | Error e) {
            scope.close();
            throw e;
        }
    }

    /** Products of single precision: without {@code FMA_MATH} cuDNN may round them to TF32. */
    private void setConvolution() {
        check(
                JCudnn.cudnnSetConvolution2dDescriptor(
                        convolution,
                        g.padding(),
                        g.padding(),
                        g.stride(),
                        g.stride(),
                        1,
                        1,
                        CUDNN_CROSS_CORRELATION,
                        CUDNN_DATA_FLOAT),
                "a convolution " + g);
        check(JCudnn.cudnnSetConvolutionMathType(convolution, CUDNN_FMA_MATH), "single precision without TF32");
    }

    void setBatch(int batch) {
        Descriptors.shape(x, batch, g.channels(), g.height(), g.width());
        Descriptors.shape(y, batch, g.filters(), g.outHeight(), g.outWidth());
    }

    @Override
    public void close() {
        scope.close();
    }
}
