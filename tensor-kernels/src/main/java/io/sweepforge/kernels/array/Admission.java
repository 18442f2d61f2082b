package io.sweepforge.kernels.array;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.nn.Backend;
import java.util.List;

/** Decides which trials may become lanes, and keeps the memory budget. */
final class Admission {
    private final Backend backend;
    private final TrainableFamily family;
    private final Dataset dataset;
    private final String dataIdentity;
    private final long budgetBytes;
    private long usedBytes;

    Admission(Backend backend, TrainableFamily family, Dataset dataset, long budgetBytes) {
        this.backend = backend;
        this.family = family;
        this.dataset = dataset;
        this.dataIdentity = CheckpointFormat.DATA + Long.toHexString(dataset.checksum());
        this.budgetBytes = budgetBytes;
    }

    /** A lane with its memory taken from the budget, not yet begun. */
    Lane admit(String name, LaneSpec spec) throws LaneRefusedException {
        refuseWhenAny(Cause.UNSUITABLE_DATA, family.dataProblems(dataset.shape()));
        refuseWhenAny(Cause.INVALID_PARAMETERS, family.problems(spec.parameters(), spec.epochs(), dataset.shape()));
        long bytes = family.estimateBytes(spec.parameters(), dataset.shape());
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
            TrainingPlan plan = family.plan(spec.parameters(), spec.epochs(), dataset);
            String identity =
                    String.join("\n", plan.identity(), dataIdentity, "epochs=" + spec.epochs(), "seed=" + spec.seed());
            return new Lane(name, spec, plan, identity, backend.plan(plan.network(), plan.maxBatch()), bytes);
        } catch (IllegalArgumentException e) {
            throw new LaneRefusedException(Cause.INVALID_PARAMETERS, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError | ArithmeticException | NegativeArraySizeException e) {
            throw new LaneRefusedException(
                    Cause.OUT_OF_MEMORY,
                    "lane " + name + " needs " + bytes + " bytes, more than this Java heap can give");
        }
    }

    private static void refuseWhenAny(Cause cause, List<String> problems) throws LaneRefusedException {
        if (!problems.isEmpty()) {
            throw new LaneRefusedException(cause, String.join("; ", problems));
        }
    }
}
