package io.sweepforge.node.device;

import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.ModelFamily;
import io.sweepforge.kernels.nn.Backend;

/** The cores of this machine, which the lanes of all arrays share. */
public final class CpuCompute implements Compute {
    private final Backend backend;
    private final long memoryBytes;
    private final Cores cores;
    private final BusyMeter meter;

    /**
     * Starts a thread for each core.
     *
     * @param backend one that can run here
     * @param memoryBytes that the lanes of an array may occupy
     * @param cores from 1
     */
    public CpuCompute(Backend backend, long memoryBytes, int cores) {
        this.backend = backend;
        this.memoryBytes = memoryBytes;
        this.cores = new Cores(cores);
        this.meter = new BusyMeter(System::nanoTime, () -> this.cores.busyNanos() / cores);
    }

    @Override
    public TrialArray open(ModelFamily family, Dataset dataset) {
        return TrialArrays.open(backend, ModelFamilies.named(family.name()), dataset, memoryBytes, cores);
    }

    @Override
    public Readings readings() {
        return new Readings(meter.read(), null);
    }

    @Override
    public void close() {
        cores.close();
    }
}
