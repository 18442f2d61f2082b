package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.engine.LayeredNetwork;

/** Plain loops in double precision, on any machine. */
public final class ReferenceBackend implements Backend {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Availability probe() {
        return new Available();
    }

    @Override
    public Network plan(NetworkSpec spec, int maxBatch) {
        return new LayeredNetwork<>(spec, maxBatch, new ReferenceEngine());
    }
}
