package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.ClusterMessage;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.search.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sweep answers. */
public sealed interface SweepReply extends ClusterMessage {
    /**
     * @param sequence number of the last event in it
     * @param trials those that were asked for
     */
    record Shown(long sequence, SweepView sweep, List<TrialView> trials) implements SweepReply {}

    record TrialShown(TrialView trial) implements SweepReply {}

    record TrialsShown(List<TrialView> items, @Nullable String next) implements SweepReply {}

    /** @param hash in the artifact store */
    record CheckpointShown(String hash) implements SweepReply {}

    /**
     * @param objectives of the sweep, in the order of the trials' values
     * @param trials with the parameters that were fixed, too
     */
    record EarlierShown(List<ObjectiveSpec> objectives, List<EarlierTrial> trials) implements SweepReply {}

    record Refused(ErrorCode code, String detail, List<FieldError> errors) implements SweepReply {}
}
