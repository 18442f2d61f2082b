package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.emulated.TestGpus;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;

/**
 * The kernels of GPU trial arrays as a backend, so that the suites for backends hold them: each network is the only lane of
 * a GPU, and every call is a launch.
 *
 * @param threads of a block
 * @param sharedBytes of a block for weights
 */
public record FusedBackend(ThreadOrder order, int threads, int sharedBytes, Precision precision) implements Backend {
    private static final long MEMORY_BYTES = 256L << 20;
    private static final long ARENA_BYTES = 128L << 20;

    public FusedBackend(ThreadOrder order, int threads, int sharedBytes) {
        this(order, threads, sharedBytes, Precision.FLOAT32);
    }

    @Override
    public String name() {
        return precision == Precision.FLOAT32 ? "fused" : "fused with bfloat16";
    }

    @Override
    public Availability probe() {
        return new Available();
    }

    @Override
    public Network plan(NetworkSpec spec, int maxBatch) {
        Gpu gpu = TestGpus.open(MEMORY_BYTES, order);
        TestGpus.require(gpu, precision);
        Arena arena = new Arena(gpu.allocate(ARENA_BYTES));
        LaneMachine.Layout layout = new LaneMachine.Layout(1, threads, 2, sharedBytes, precision);
        return new FusedNetwork(gpu, arena, spec, maxBatch, layout);
    }
}
