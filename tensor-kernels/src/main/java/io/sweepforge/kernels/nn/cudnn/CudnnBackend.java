package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.util.function.Function;

/**
 * Networks on one GPU that is open. Each has a stream of its own, so networks of several threads run side by side. It has
 * not run on a GPU yet: {@code docs/gpu-verification.md} says what has.
 */
public final class CudnnBackend implements Backend {
    private final Gpu gpu;
    private final Arena arena;
    private final Function<GpuStream, Dnn> dnns;

    /**
     * Owns nothing: whoever opened {@code gpu} and {@code arena} closes them after the networks.
     *
     * @param arena where networks take their memory
     * @param dnns cuDNN on a stream
     */
    public CudnnBackend(Gpu gpu, Arena arena, Function<GpuStream, Dnn> dnns) {
        this.gpu = gpu;
        this.arena = arena;
        this.dnns = dnns;
    }

    @Override
    public String name() {
        return "cudnn";
    }

    /** Whether there is a GPU was found out when it was opened. */
    @Override
    public Availability probe() {
        return new Available();
    }

    /** @throws io.sweepforge.kernels.gpu.GpuException of kind out of memory when the arena has no room; nothing is kept */
    @Override
    public Network plan(NetworkSpec spec, int maxBatch) {
        return plan(spec, maxBatch, DeviceExamples.NONE);
    }

    /**
     * A network that gathers its batches from examples on this GPU.
     *
     * @param examples they stay where they are until the network is closed
     * @throws io.sweepforge.kernels.gpu.GpuException of kind out of memory when the arena has no room; nothing is kept
     */
    public GatheringNetwork plan(NetworkSpec spec, int maxBatch, DeviceExamples examples) {
        return new CudnnNetwork(spec, maxBatch, examples, gpu, arena, dnns);
    }
}
