package io.sweepforge.node.device;

import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.ModelFamily;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.protocol.NodeDescription;
import java.util.Optional;

/** One GPU, and threads of the host that feed it. */
public final class GpuCompute implements Compute {
    /** They mostly sleep until the GPU has answered, so there may be many more than cores. */
    private static final int MOST_THREADS = 32;

    private final Gpu gpu;
    private final Backend backend;
    private final long memoryBytes;
    private final GpuSensors sensors;
    private final Runnable closing;
    private final Cores threads;

    /**
     * Starts the threads.
     *
     * @param backend that computes on this GPU
     * @param device what it is told to be
     * @param closing gives back the GPU and what the backend has of it
     */
    public GpuCompute(Gpu gpu, Backend backend, NodeDescription.Device device, GpuSensors sensors, Runnable closing) {
        this.gpu = gpu;
        this.backend = backend;
        this.memoryBytes = device.memoryBytes();
        this.sensors = sensors;
        this.closing = closing;
        this.threads = new Cores(Math.min(device.lanes(), MOST_THREADS));
    }

    @Override
    public TrialArray open(ModelFamily family, Dataset dataset) {
        return TrialArrays.open(backend, ModelFamilies.named(family.name()), dataset, memoryBytes, threads);
    }

    @Override
    public Readings readings() {
        return sensors.of(gpu.description().uuid());
    }

    /** After a sticky error every call fails, so any call tells. */
    @Override
    public Optional<String> broken() {
        try {
            gpu.freeBytes();
            return Optional.empty();
        } catch (GpuException e) {
            return e.kind() == GpuException.Kind.STICKY
                    ? Optional.of(String.valueOf(e.getMessage()))
                    : Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.close();
        closing.run();
    }
}
