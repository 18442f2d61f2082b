package io.sweepforge.node.device;

import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.array.WarmUp;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.ModelFamily;
import io.sweepforge.kernels.nn.Backend;
import java.time.Duration;

/** The cores of this machine, which the lanes of all arrays share. */
public final class CpuCompute implements Compute {
    private final Backend backend;
    private final long memoryBytes;
    private final Cores cores;
    private final WarmUp warmUp;
    private final BusyMeter meter;

    /**
     * Starts a thread for each core.
     *
     * @param backend one that can run here
     * @param memoryBytes that the lanes of an array may occupy
     * @param cores from 1
     * @param warmUp how long at most it trains made-up trials while there is no array yet, so that kernels are compiled
     */
    public CpuCompute(Backend backend, long memoryBytes, int cores, Duration warmUp) {
        this.backend = backend;
        this.memoryBytes = memoryBytes;
        this.cores = new Cores(cores);
        this.warmUp = WarmUp.begin(backend, this.cores, warmUp);
        this.meter = new BusyMeter(System::nanoTime, () -> this.cores.busyNanos() / cores);
    }

    @Override
    public TrialArray open(ModelFamily family, Dataset dataset) {
        warmUp.end();
        return TrialArrays.open(backend, ModelFamilies.named(family.name()), dataset, memoryBytes, cores);
    }

    @Override
    public Readings readings() {
        return new Readings(meter.read(), null);
    }

    @Override
    public void close() {
        warmUp.end();
        cores.close();
    }
}
