package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import org.jspecify.annotations.Nullable;

/** The examples of a family and a data set on a GPU, brought there with the first lane. Owned by one thread. */
final class SharedExamples implements AutoCloseable {
    private final Gpu gpu;
    private final Arena arena;
    private @Nullable ResidentExamples resident;

    SharedExamples(Gpu gpu, Arena arena) {
        this.gpu = gpu;
        this.arena = arena;
    }

    /**
     * @param plan of any trial of the family and data set
     * @throws io.sweepforge.kernels.gpu.GpuException when the arena has no room for them
     */
    ResidentExamples of(TrainingPlan plan) {
        ResidentExamples examples = resident;
        if (examples == null) {
            try (Transfers transfers = new Transfers(gpu)) {
                examples = new ResidentExamples(plan.examples().arrays(), arena, transfers);
            }
            resident = examples;
        }
        return examples;
    }

    /** No lane reads them any more. */
    @Override
    public void close() {
        if (resident != null) {
            resident.close();
            resident = null;
        }
    }
}
