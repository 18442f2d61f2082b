package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;

/** The kernels of trial arrays as a backend, for checks: each network is the only lane of a machine of its own. */
record LaneBackend(Gpu gpu, Arena arena, LaneMachine.Layout layout) implements Backend {
    @Override
    public String name() {
        return "fused";
    }

    @Override
    public Availability probe() {
        return new Available();
    }

    @Override
    public Network plan(NetworkSpec spec, int maxBatch) {
        return new LaneNetwork(gpu, arena, spec, maxBatch, layout);
    }
}
