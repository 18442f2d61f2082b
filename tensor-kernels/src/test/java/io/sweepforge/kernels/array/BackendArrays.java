package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.nn.Backend;

/** Arrays whose lanes take turns on cores, each with a network of a backend. */
record BackendArrays(Backend backend) implements ArrayKind {
    private static final long PLENTY = 1L << 30;
    private static final Cores CORES = new Cores(3);

    @Override
    public TrialArray open(TrainableFamily family, Dataset dataset) {
        return open(family, dataset, PLENTY);
    }

    @Override
    public TrialArray openStepped(TrainableFamily family, Dataset dataset) {
        return SteppedArray.of(plan -> new HostFeed(backend, plan), family, dataset);
    }

    @Override
    public TrialArray openForOne(TrainableFamily family, Dataset dataset, LaneSpec lane) {
        return open(family, dataset, family.estimateBytes(lane.parameters(), dataset.shape()) + 100);
    }

    private TrialArray open(TrainableFamily family, Dataset dataset, long bytes) {
        return TrialArrays.open(backend, family, dataset, bytes, CORES);
    }

    @Override
    public String toString() {
        return backend.name();
    }
}
