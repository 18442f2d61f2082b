package io.sweepforge.kernels.array;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;

/** Decides which trials may become lanes, and keeps the memory budget. */
final class Admission {
    private final Backend backend;
    private final Screening screening;
    private final long budgetBytes;
    private long usedBytes;

    Admission(Backend backend, TrainableFamily family, Dataset dataset, long budgetBytes) {
        this.backend = backend;
        this.screening = new Screening(family, dataset);
        this.budgetBytes = budgetBytes;
    }

    /** A lane with its memory taken from the budget, not yet begun. */
    Lane admit(String name, LaneSpec spec) throws LaneRefusedException {
        screening.check(spec);
        long bytes = screening.estimateBytes(spec);
        long free = budgetBytes - usedBytes;
        if (bytes > free) {
            throw new LaneRefusedException(
                    Cause.OUT_OF_MEMORY,
                    "lane " + name + " needs " + bytes + " bytes, " + free + " of " + budgetBytes + " are free");
        }
        Lane lane = build(name, spec, bytes);
        usedBytes += bytes;
        return lane;
    }

    /** Gives the lane's memory back. */
    void release(Lane lane) {
        lane.close();
        usedBytes -= lane.bytes();
    }

    private Lane build(String name, LaneSpec spec, long bytes) throws LaneRefusedException {
        try {
            TrainingPlan plan = screening.plan(spec);
            Network network = backend.plan(plan.network(), plan.maxBatch());
            return new Lane(name, spec, plan, screening.checkpoints(plan, spec), network, bytes);
        } catch (IllegalArgumentException e) {
            throw new LaneRefusedException(Cause.INVALID_PARAMETERS, String.valueOf(e.getMessage()));
        } catch (GpuException e) {
            throw new LaneRefusedException(LaneFailures.causeOf(e), "lane " + name + ": " + e.getMessage());
        } catch (OutOfMemoryError | ArithmeticException | NegativeArraySizeException e) {
            throw new LaneRefusedException(
                    Cause.OUT_OF_MEMORY,
                    "lane " + name + " needs " + bytes + " bytes, more than this Java heap can give");
        }
    }
}
