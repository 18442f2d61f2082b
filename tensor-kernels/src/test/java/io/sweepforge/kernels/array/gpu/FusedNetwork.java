package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.nn.NetworkSpec;

/** A lane with a GPU of its own. */
final class FusedNetwork extends LaneNetwork {
    private final Gpu gpu;
    private final Arena arena;

    FusedNetwork(Gpu gpu, Arena arena, NetworkSpec spec, int maxBatch, LaneMachine.Layout layout) {
        super(gpu, arena, spec, maxBatch, layout);
        this.gpu = gpu;
        this.arena = arena;
    }

    @Override
    public void close() {
        super.close();
        arena.close();
        gpu.close();
    }
}
