package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.jcuda.Gpus;
import io.sweepforge.kernels.gpu.jcuda.JcudaGpu;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cudnn backend of a GPU that is opened when a test first plans a network, and stays open. */
public final class LazyBackend implements Backend {
    private static final long ARENA_BYTES = 256L << 20;

    private final String label;
    private final Supplier<Backend> opening;
    private @Nullable Backend opened;

    private LazyBackend(String label, Supplier<Backend> opening) {
        this.label = label;
        this.opening = opening;
    }

    /** On an emulated GPU; skips the test where there can be none. */
    public static Backend emulated() {
        return new LazyBackend("cudnn, emulated", () -> {
            EmulatedGpu gpu = EmulatedGpu.open();
            Arena arena = new Arena(gpu.allocate(ARENA_BYTES));
            return new CudnnBackend(gpu, arena, TestDnns.on(gpu));
        });
    }

    /** On a GPU of this machine, by cuDNN itself. */
    public static Backend real(int ordinal) {
        return new LazyBackend("cudnn, GPU " + ordinal, () -> {
            JcudaGpu gpu = Gpus.open(ordinal);
            return new CudnnBackend(gpu, new Arena(gpu.allocate(ARENA_BYTES)), TestDnns.on(gpu));
        });
    }

    @Override
    public String name() {
        return "cudnn";
    }

    @Override
    public Availability probe() {
        return new Available();
    }

    @Override
    public synchronized Network plan(NetworkSpec spec, int maxBatch) {
        if (opened == null) {
            opened = opening.get();
        }
        return opened.plan(spec, maxBatch);
    }

    @Override
    public String toString() {
        return label;
    }
}
