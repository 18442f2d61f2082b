package io.sweepforge.kernels.array;

import io.sweepforge.kernels.family.TrainingPlan;

/** Gives each lane of an array its network, with what feeds it. */
@FunctionalInterface
public interface Feeds extends AutoCloseable {
    /**
     * For a trial of the array's family and data set.
     *
     * @throws IllegalArgumentException when there can be no such network
     * @throws io.sweepforge.kernels.gpu.GpuException when its device has no room, or has failed
     */
    Feed of(TrainingPlan plan);

    /** Gives back what lanes share; all of them are closed. */
    @Override
    default void close() {}
}
