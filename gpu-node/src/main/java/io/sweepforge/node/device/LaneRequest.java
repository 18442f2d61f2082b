package io.sweepforge.node.device;

import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lane to start.
 *
 * @param lane unique in this process
 * @param checkpointEvery epochs between checkpoints, at least 1
 * @param holdAt epochs, ascending, after which the lane rests until it is told to go on
 * @param resume null to begin anew
 */
public record LaneRequest(
        String lane,
        ModelFamily family,
        Dataset dataset,
        LaneSpec spec,
        int checkpointEvery,
        List<Integer> holdAt,
        @Nullable Resume resume) {
    /**
     * Where to go on from.
     *
     * @param epoch epochs trained when the checkpoint was taken
     * @param copy whether it is another trial's
     */
    public record Resume(int epoch, byte[] checkpoint, boolean copy) {}

    /** Epochs it has behind it when it starts. */
    int firstEpoch() {
        return resume == null ? 0 : resume.epoch();
    }
}
