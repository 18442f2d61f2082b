package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.EmulatedStream;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import org.jspecify.annotations.Nullable;

/** The cudnn backend on an emulated GPU, opened when a test first plans a network; that skips the test where it cannot. */
public final class EmulatedCudnn implements Backend {
    private static final long ARENA_BYTES = 256L << 20;
    private static @Nullable Backend opened;

    @Override
    public String name() {
        return "cudnn";
    }

    @Override
    public Availability probe() {
        return new Available();
    }

    @Override
    public Network plan(NetworkSpec spec, int maxBatch) {
        return open().plan(spec, maxBatch);
    }

    private static synchronized Backend open() {
        if (opened == null) {
            EmulatedGpu gpu = EmulatedGpu.open();
            Arena arena = new Arena(gpu.allocate(ARENA_BYTES));
            opened = new CudnnBackend(gpu, arena, stream -> new LoopDnn(gpu, (EmulatedStream) stream));
        }
        return opened;
    }

    @Override
    public String toString() {
        return "cudnn, emulated";
    }
}
