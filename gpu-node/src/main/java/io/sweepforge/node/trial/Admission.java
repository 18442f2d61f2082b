package io.sweepforge.node.trial;

import io.sweepforge.node.device.LaneDevice;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.TrialAssignment;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a node takes an attempt. */
final class Admission {
    private Admission() {}

    /**
     * Why this node does not take the attempt, if it does not.
     *
     * @param device the one that the assignment names; null when the node has none of that name
     * @param busyLanes lanes of that device that are taken
     */
    static Optional<Failure> refuse(
            TrialAssignment assignment,
            Families families,
            @Nullable LaneDevice device,
            long busyLanes,
            boolean draining) {
        if (draining) {
            return busy("This node takes no new trials: it is being drained.");
        }
        if (device == null) {
            return busy("This node has no device \"" + assignment.device() + "\".");
        }
        if (busyLanes >= device.description().lanes()) {
            return busy("All %d lanes of %s are taken."
                    .formatted(device.description().lanes(), assignment.device()));
        }
        return mistake(assignment, families).map(message -> new Failure(FailureCode.INVALID_PARAMETERS, message));
    }

    private static Optional<String> mistake(TrialAssignment assignment, Families families) {
        if (families.find(assignment.family()).isEmpty()) {
            return Optional.of(families.unknown(assignment.family()));
        }
        if (assignment.epochs() < 1) {
            return Optional.of("epochs must be at least 1, was " + assignment.epochs());
        }
        if (assignment.checkpointEvery() < 1) {
            return Optional.of("checkpointEvery must be at least 1, was " + assignment.checkpointEvery());
        }
        return assignment.parameters().entrySet().stream()
                .filter(parameter -> Objects.isNull(parameter.getValue()))
                .findFirst()
                .map(parameter -> "parameter " + parameter.getKey() + " has no value");
    }

    private static Optional<Failure> busy(String message) {
        return Optional.of(new Failure(FailureCode.NODE_BUSY, message));
    }
}
