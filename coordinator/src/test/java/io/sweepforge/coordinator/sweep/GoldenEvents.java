package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events of every kind, in orders that make sweeps. */
final class GoldenEvents {
    private static final Instant AT = Sweeping.NOW;
    private static final Map<String, Object> POINT = Map.of("learningRate", 0.05);

    private GoldenEvents() {}

    /** In {@code golden/sweep-events-1.cbor}. */
    static final List<SweepEvent> FIRST = List.of(
            new SweepEvent.SweepCreated("s", Specs.asha(3), AT),
            new SweepEvent.TrialSuggested(0, POINT, "chance", AT),
            new SweepEvent.TrialSuggested(1, Map.of("learningRate", 1), "chance", AT),
            new SweepEvent.TrialLeased(0, 1, Sweeping.NODE, "cpu-0", AT),
            new SweepEvent.TrialReported(
                    0,
                    1,
                    1,
                    1,
                    Map.of("accuracy", 0.5, "loss", Double.NaN),
                    new Judgement(Judgement.Kind.PAUSE, "wait", -1, 0),
                    AT),
            new SweepEvent.TrialReported(0, 1, 2, 2, Map.of("accuracy", 0.6), null, AT),
            new SweepEvent.TrialCheckpointed(0, 1, 3, new CheckpointReference("abc", 2, 10), AT),
            new SweepEvent.TrialPaused(0, 1, 4, AT),
            new SweepEvent.SweepPaused("Paused by hand.", AT),
            new SweepEvent.SweepResumed(AT),
            new SweepEvent.SweepChanged(Specs.asha(2), AT),
            new SweepEvent.TrialPromoted(0, 9, "among the best", AT),
            new SweepEvent.TrialLeased(0, 2, Sweeping.OTHER, "cpu-1", AT),
            new SweepEvent.LeaseEnded(0, 2, 0, new Failure(FailureCode.NODE_LOST, "gone"), false, false, AT),
            new SweepEvent.SpaceExhausted(AT),
            new SweepEvent.TrialEnded(0, 0, 0, TrialState.PRUNED, null, "Stopped by hand.", AT),
            new SweepEvent.TrialEnded(1, 0, 0, TrialState.CANCELLED, null, null, AT),
            new SweepEvent.SweepEnded(SweepState.COMPLETED, "done", AT));

    /** In {@code golden/sweep-events-2.cbor}: what came later. */
    static final List<SweepEvent> SECOND = List.of(
            new SweepEvent.SweepCreated("s", Specs.startingFrom("old"), AT),
            new SweepEvent.WarmStarted(
                    List.of(new EarlierTrial("old", 3, POINT, Outcome.PRUNED, List.of(0.25), 3)), AT),
            new SweepEvent.TrialSuggested(0, POINT, "chance", AT),
            new SweepEvent.TrialSuggested(1, POINT, "chance", AT),
            new SweepEvent.TrialLeased(0, 1, Sweeping.NODE, "cpu-0", AT),
            new SweepEvent.TrialReported(
                    0, 1, 1, 1, Map.of("accuracy", 0.5), new Judgement(Judgement.Kind.PAUSE, "wait", -1, 0), AT),
            new SweepEvent.TrialPromoted(0, 3, "promoted while it trains", AT),
            new SweepEvent.TrialCheckpointed(0, 1, 2, new CheckpointReference("abc", 1, 10), AT),
            new SweepEvent.TrialPaused(0, 1, 3, AT),
            new SweepEvent.TrialLeased(1, 1, Sweeping.NODE, "cpu-0", AT),
            new SweepEvent.TrialReported(
                    1, 1, 1, 3, Map.of("accuracy", 0.1), new Judgement(Judgement.Kind.EXPLOIT, "worst", 0, 0), AT),
            new SweepEvent.TrialEnded(1, 1, 1, TrialState.PRUNED, null, "worst", AT),
            new SweepEvent.TrialSuggested(2, POINT, "copy", AT, new Origin(0, new CheckpointReference("abc", 1, 10))),
            new SweepEvent.TrialLeased(2, 1, Sweeping.NODE, "cpu-0", AT),
            new SweepEvent.TrialReported(
                    2, 1, 1, 3, Map.of("accuracy", 0.6), new Judgement(Judgement.Kind.PAUSE, "wait", -1, 0), AT),
            new SweepEvent.LeaseEnded(2, 1, 0, new Failure(FailureCode.NODE_LOST, "gone"), false, false, AT),
            new SweepEvent.TrialPaused(2, 1, 0, AT));
}
