package io.sweepforge.kernels.array;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.family.TrainingPlan;
import java.util.List;

/** What a family says about the trials of a data set, whatever device trains them. */
public final class Screening {
    private final TrainableFamily family;
    private final Dataset dataset;
    private final String dataIdentity;

    public Screening(TrainableFamily family, Dataset dataset) {
        this.family = family;
        this.dataset = dataset;
        this.dataIdentity = CheckpointFormat.DATA + Long.toHexString(dataset.checksum());
    }

    /** @throws LaneRefusedException when the family cannot train this on the data */
    void check(LaneSpec spec) throws LaneRefusedException {
        refuseWhenAny(Cause.UNSUITABLE_DATA, family.dataProblems(dataset.shape()));
        refuseWhenAny(Cause.INVALID_PARAMETERS, family.problems(spec.parameters(), spec.epochs(), dataset.shape()));
    }

    /** Bytes that a lane occupies by its estimate on a CPU, of a trial that passed {@link #check}. */
    long estimateBytes(LaneSpec spec) {
        return family.estimateBytes(spec.parameters(), dataset.shape());
    }

    /** @throws LaneRefusedException when the family cannot train this on the data */
    public TrainingPlan plan(LaneSpec spec) throws LaneRefusedException {
        check(spec);
        try {
            return family.plan(spec.parameters(), spec.epochs(), dataset);
        } catch (IllegalArgumentException e) {
            throw new LaneRefusedException(Cause.INVALID_PARAMETERS, String.valueOf(e.getMessage()));
        }
    }

    /** What a trial's checkpoints are known by. */
    public CheckpointFormat checkpoints(TrainingPlan plan, LaneSpec spec) {
        return new CheckpointFormat(
                String.join("\n", plan.identity(), dataIdentity, "epochs=" + spec.epochs(), "seed=" + spec.seed()));
    }

    private static void refuseWhenAny(Cause cause, List<String> problems) throws LaneRefusedException {
        if (!problems.isEmpty()) {
            throw new LaneRefusedException(cause, String.join("; ", problems));
        }
    }
}
