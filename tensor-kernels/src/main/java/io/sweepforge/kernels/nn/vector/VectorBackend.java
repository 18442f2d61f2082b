package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.engine.LayeredNetwork;

/** Single precision on the CPU, one thread per network. */
public final class VectorBackend implements Backend {
    private static final String MODULE = "jdk.incubator.vector";

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Availability probe() {
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? new Available()
                : new Unavailable("the JVM runs without its vector module; start it with --add-modules " + MODULE);
    }

    @Override
    public Network plan(NetworkSpec spec, int maxBatch) {
        return new LayeredNetwork<>(spec, maxBatch, new VectorEngine());
    }
}
