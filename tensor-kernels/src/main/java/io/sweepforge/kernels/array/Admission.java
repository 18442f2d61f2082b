package io.sweepforge.kernels.array;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.gpu.GpuException;

/** Decides which trials may become lanes, and keeps the memory budget. */
final class Admission implements AutoCloseable {
    private final Feeds feeds;
    private final Screening screening;
    private final long budgetBytes;
    private long usedBytes;

    Admission(Feeds feeds, TrainableFamily family, Dataset dataset, long budgetBytes) {
        this.feeds = feeds;
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
            return new Lane(name, spec, plan, screening.checkpoints(plan, spec), feeds.of(plan), bytes);
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

    /** All lanes have been released. */
    @Override
    public void close() {
        feeds.close();
    }
}
