package io.sweepforge.kernels.array;

import java.util.Map;

/** What a lane says about itself. */
public sealed interface LaneReport {
    String lane();

    /**
     * An epoch was trained and evaluated; metrics by the family's names. The last epoch's report is followed by
     * {@link Finished}.
     */
    record EpochFinished(String lane, int epoch, Map<String, Double> metrics) implements LaneReport {}

    /** All epochs are done and the lane has left the array. */
    record Finished(String lane, byte[] checkpoint) implements LaneReport {}

    /** The loss is no longer a number; the lane has left the array. Training it again would end the same. */
    record Diverged(String lane, int epoch, String message) implements LaneReport {}

    /** The lane could not go on and has left the array; its neighbours did not notice. */
    record Failed(String lane, LaneRefusedException.Cause cause, String message) implements LaneReport {}
}
