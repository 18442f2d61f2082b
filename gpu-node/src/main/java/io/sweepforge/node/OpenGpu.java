package io.sweepforge.node;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.gpu.GpuTrialArray;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.array.gpu.ResidentFeeds;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.jcuda.Gpus;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import io.sweepforge.kernels.nn.cudnn.jcudnn.JcudnnDnn;

/**
 * A GPU that this process has opened, a budget of its memory, and what computes in it.
 *
 * @param arena closed with this, as the GPU is
 */
record OpenGpu(Gpu gpu, Arena arena, CudnnBackend backend) implements AutoCloseable {
    /** @throws GpuException of kind out of memory when so much is not free */
    static OpenGpu open(GpuDescription description, double memoryFraction) {
        CudnnLibrary.load();
        Gpu gpu = Gpus.open(description.ordinal());
        try {
            Arena arena = new Arena(gpu.allocate(budget(description, memoryFraction)));
            return new OpenGpu(gpu, arena, new CudnnBackend(gpu, arena, JcudnnDnn.onStreams()));
        } catch (GpuException e) {
            gpu.close();
            throw e;
        }
    }

    /** Arrays whose lanes one kernel trains, all at once. */
    ArrayOpener fused(Precision precision) {
        return (family, dataset) -> GpuTrialArray.open(gpu, arena, precision, family, dataset);
    }

    /** Arrays whose lanes are computed by cuDNN, each by itself. */
    ArrayOpener byCudnn(Cores threads) {
        return ResidentFeeds.arrays(gpu, arena, backend, threads);
    }

    static long budget(GpuDescription description, double memoryFraction) {
        return (long) (description.memoryBytes() * memoryFraction);
    }

    @Override
    public void close() {
        arena.close();
        gpu.close();
    }
}
