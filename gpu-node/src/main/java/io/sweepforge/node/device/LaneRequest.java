package io.sweepforge.node.device;

import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;
import org.jspecify.annotations.Nullable;

/**
 * A lane to start.
 *
 * @param lane unique in this process
 * @param checkpointEvery epochs between checkpoints, at least 1
 * @param resume null to begin anew
 */
public record LaneRequest(
        String lane,
        ModelFamily family,
        Dataset dataset,
        LaneSpec spec,
        int checkpointEvery,
        @Nullable Resume resume) {
    /**
     * Where to go on from.
     *
     * @param epoch epochs trained when the checkpoint was taken
     */
    public record Resume(int epoch, byte[] checkpoint) {}

    /** Epochs it has behind it when it starts. */
    int firstEpoch() {
        return resume == null ? 0 : resume.epoch();
    }
}
