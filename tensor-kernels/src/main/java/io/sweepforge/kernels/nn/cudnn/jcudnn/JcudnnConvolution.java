package io.sweepforge.kernels.nn.cudnn.jcudnn;

import static io.sweepforge.kernels.gpu.jcuda.CudnnStatus.check;
import static io.sweepforge.kernels.nn.cudnn.jcudnn.Scalars.ONE;
import static io.sweepforge.kernels.nn.cudnn.jcudnn.Scalars.ZERO;

import io.sweepforge.kernels.gpu.jcuda.DeviceAddress;
import io.sweepforge.kernels.nn.cudnn.DnnConvolution;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.util.Map;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnHandle;

/** A convolution by cuDNN. Descriptors are told the batch before each call. */
final class JcudnnConvolution implements DnnConvolution {
    private final cudnnHandle handle;
    private final ConvolutionDescriptors d;
    private final ConvolutionAlgorithms algorithms;
    private final long workspaceBytes;

    JcudnnConvolution(
            cudnnHandle handle, ConvGeometry geometry, int maxBatch, Map<ConvGeometry, ConvolutionAlgorithms> known) {
        this.handle = handle;
        this.d = new ConvolutionDescriptors(geometry);
        try {
            ConvolutionQueries queries = new ConvolutionQueries(handle, d);
            this.algorithms = known.computeIfAbsent(geometry, queries::choose);
            this.workspaceBytes = queries.workspaceBytes(algorithms, maxBatch);
        } catch (RuntimeException | Error e) {
            d.close();
            throw e;
        }
    }

    @Override
    public long workspaceBytes() {
        return workspaceBytes;
    }

    @Override
    public void forward(int batch, long x, long filters, long bias, long y, long workspace) {
        d.setBatch(batch);
        check(
                JCudnn.cudnnConvolutionForward(
                        handle,
                        ONE,
                        d.x,
                        new DeviceAddress(x),
                        d.filters,
                        new DeviceAddress(filters),
                        d.convolution,
                        algorithms.forward(),
                        new DeviceAddress(workspace),
                        workspaceBytes,
                        ZERO,
                        d.y,
                        new DeviceAddress(y)),
                "convolution");
        check(
                JCudnn.cudnnAddTensor(handle, ONE, d.bias, new DeviceAddress(bias), ONE, d.y, new DeviceAddress(y)),
                "bias of a convolution");
    }

    @Override
    public void backwardParameters(int batch, long x, long dy, long filterGradient, long biasGradient, long workspace) {
        d.setBatch(batch);
        check(
                JCudnn.cudnnConvolutionBackwardFilter(
                        handle,
                        ONE,
                        d.x,
                        new DeviceAddress(x),
                        d.y,
                        new DeviceAddress(dy),
                        d.convolution,
                        algorithms.backwardFilters(),
                        new DeviceAddress(workspace),
                        workspaceBytes,
                        ZERO,
                        d.filters,
                        new DeviceAddress(filterGradient)),
                "gradient of filters");
        check(
                JCudnn.cudnnConvolutionBackwardBias(
                        handle, ONE, d.y, new DeviceAddress(dy), ZERO, d.bias, new DeviceAddress(biasGradient)),
                "gradient of a convolution's bias");
    }

    @Override
    public void backwardInput(int batch, long filters, long dy, long dx, long workspace) {
        d.setBatch(batch);
        check(
                JCudnn.cudnnConvolutionBackwardData(
                        handle,
                        ONE,
                        d.filters,
                        new DeviceAddress(filters),
                        d.y,
                        new DeviceAddress(dy),
                        d.convolution,
                        algorithms.backwardInput(),
                        new DeviceAddress(workspace),
                        workspaceBytes,
                        ZERO,
                        d.x,
                        new DeviceAddress(dx)),
                "gradient of a convolution's input");
    }

    @Override
    public void close() {
        d.close();
    }
}
