package io.sweepforge.node.device;

import io.sweepforge.protocol.FailureCode;
import java.util.Map;

/** What a device says about a lane. After {@link Finished}, {@link Parked}, {@link Removed} or {@link Failed} it is gone. */
public sealed interface LaneEvent {
    String lane();

    /** An epoch was trained and evaluated; the metrics are finite numbers. */
    record EpochFinished(String lane, int epoch, Map<String, Double> metrics) implements LaneEvent {}

    /**
     * A checkpoint is due and was taken; the lane trains on.
     *
     * @param epoch epochs trained when it was taken
     */
    record CheckpointTaken(String lane, int epoch, byte[] bytes) implements LaneEvent {}

    /** All epochs are done. */
    record Finished(String lane, int epoch, byte[] checkpoint) implements LaneEvent {}

    /** Taken out with a checkpoint, as asked. */
    record Parked(String lane, int epoch, byte[] checkpoint) implements LaneEvent {}

    /** Taken out, as asked. */
    record Removed(String lane) implements LaneEvent {}

    /** It could not start, or could not go on. */
    record Failed(String lane, FailureCode code, String message) implements LaneEvent {}
}
