package io.sweepforge.coordinator.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.NodeIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a sweep. The names below are written to databases: they and the fields' names are for ever.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = SweepEvent.SweepCreated.class, name = "sweep-created"),
    @Type(value = SweepEvent.WarmStarted.class, name = "warm-started"),
    @Type(value = SweepEvent.SweepPaused.class, name = "sweep-paused"),
    @Type(value = SweepEvent.SweepResumed.class, name = "sweep-resumed"),
    @Type(value = SweepEvent.SweepChanged.class, name = "sweep-changed"),
    @Type(value = SweepEvent.SpaceExhausted.class, name = "space-exhausted"),
    @Type(value = SweepEvent.SweepEnded.class, name = "sweep-ended"),
    @Type(value = SweepEvent.TrialSuggested.class, name = "trial-suggested"),
    @Type(value = SweepEvent.TrialLeased.class, name = "trial-leased"),
    @Type(value = SweepEvent.TrialReported.class, name = "trial-reported"),
    @Type(value = SweepEvent.TrialCheckpointed.class, name = "trial-checkpointed"),
    @Type(value = SweepEvent.TrialPaused.class, name = "trial-paused"),
    @Type(value = SweepEvent.TrialPromoted.class, name = "trial-promoted"),
    @Type(value = SweepEvent.LeaseEnded.class, name = "lease-ended"),
    @Type(value = SweepEvent.TrialEnded.class, name = "trial-ended")
})
public sealed interface SweepEvent {
    Instant at();

    record SweepCreated(String id, SweepSpec spec, Instant at) implements SweepEvent {}

    /** What the sampler knows of earlier sweeps, whatever becomes of them. */
    record WarmStarted(List<EarlierTrial> trials, Instant at) implements SweepEvent {}

    /** Nothing new begins; what runs goes on. */
    record SweepPaused(String reason, Instant at) implements SweepEvent {}

    record SweepResumed(Instant at) implements SweepEvent {}

    /** @param spec as it is from now on */
    record SweepChanged(SweepSpec spec, Instant at) implements SweepEvent {}

    /** The sampler knows nothing more to try. */
    record SpaceExhausted(Instant at) implements SweepEvent {}

    /** @param state a final one */
    record SweepEnded(SweepState state, String stopReason, Instant at) implements SweepEvent {}

    /** Events about one trial. */
    sealed interface OfTrial extends SweepEvent {
        int number();
    }

    /** What a node told about an attempt; {@code sequence} is the node's count of its updates. */
    sealed interface OfAttempt extends OfTrial {
        int attempt();

        long sequence();
    }

    /**
     * There is another trial.
     *
     * @param number the next one: numbers have no gaps
     * @param origin what it is a copy of; null for most
     */
    record TrialSuggested(
            int number,
            Map<String, Object> parameters,
            String reason,
            Instant at,
            @Nullable Origin origin) implements OfTrial {
        TrialSuggested(int number, Map<String, Object> parameters, String reason, Instant at) {
            this(number, parameters, reason, at, null);
        }
    }

    record TrialLeased(int number, int attempt, NodeIdentity node, String device, Instant at) implements OfTrial {}

    /** @param judgement what the scheduler thought of it; null when trials are not compared at this epoch */
    record TrialReported(
            int number,
            int attempt,
            long sequence,
            int epoch,
            Map<String, Double> metrics,
            @Nullable Judgement judgement,
            Instant at)
            implements OfAttempt {}

    record TrialCheckpointed(int number, int attempt, long sequence, CheckpointReference checkpoint, Instant at)
            implements OfAttempt {}

    /** The trial gave its lane away; it waits to be promoted unless it was promoted meanwhile. */
    record TrialPaused(int number, int attempt, long sequence, Instant at) implements OfAttempt {}

    /** A trial that is paused, or was asked to pause and still trains, is to go on. */
    record TrialPromoted(int number, int untilEpoch, String reason, Instant at) implements OfTrial {}

    /**
     * The attempt is over, the trial is not: it waits for another lane.
     *
     * @param counted whether it counts against the user's limit of attempts
     * @param fromScratch whether the checkpoint is of no use
     */
    record LeaseEnded(
            int number, int attempt, long sequence, Failure failure, boolean counted, boolean fromScratch, Instant at)
            implements OfAttempt {}

    /**
     * The trial is over.
     *
     * @param state a final one
     * @param attempt 0 when it was not running
     * @param sequence 0 when it was not the node that told so
     * @param reason why, unless it simply trained to its end
     */
    record TrialEnded(
            int number,
            int attempt,
            long sequence,
            TrialState state,
            @Nullable Failure failure,
            @Nullable String reason,
            Instant at)
            implements OfAttempt {}
}
