package io.sweepforge.node.device;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.ModelFamily;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuException;
import java.util.Optional;

/** One GPU. */
public final class GpuCompute implements Compute {
    private final Gpu gpu;
    private final ArrayOpener arrays;
    private final GpuSensors sensors;
    private final Runnable closing;

    /** @param closing gives back the GPU and what the arrays have of it */
    public GpuCompute(Gpu gpu, ArrayOpener arrays, GpuSensors sensors, Runnable closing) {
        this.gpu = gpu;
        this.arrays = arrays;
        this.sensors = sensors;
        this.closing = closing;
    }

    @Override
    public TrialArray open(ModelFamily family, Dataset dataset) {
        return arrays.open(ModelFamilies.named(family.name()), dataset);
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
        closing.run();
    }
}
