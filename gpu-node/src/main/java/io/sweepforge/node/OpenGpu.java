package io.sweepforge.node;

import io.sweepforge.kernels.array.gpu.GpuArrays;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.jcuda.Gpus;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import io.sweepforge.kernels.nn.cudnn.jcudnn.JcudnnDnn;

/**
 * A GPU that this process has opened, and a budget of its memory.
 *
 * @param arena closed with this, as the GPU is
 */
record OpenGpu(Gpu gpu, Arena arena) implements AutoCloseable {
    /** @throws GpuException of kind out of memory when so much is not free */
    static OpenGpu open(GpuDescription description, double memoryFraction) {
        Gpu gpu = Gpus.open(description.ordinal());
        try {
            return new OpenGpu(gpu, new Arena(gpu.allocate(budget(description, memoryFraction))));
        } catch (GpuException e) {
            gpu.close();
            throw e;
        }
    }

    /** @throws GpuException when cuDNN cannot be loaded */
    CudnnBackend cudnn() {
        CudnnLibrary.load();
        return new CudnnBackend(gpu, arena, JcudnnDnn.onStreams());
    }

    GpuArrays arrays() {
        return new GpuArrays(gpu, arena);
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
