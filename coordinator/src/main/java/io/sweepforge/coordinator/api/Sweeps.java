package io.sweepforge.coordinator.api;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Everything that can be done with sweeps. Thread-safe; nothing blocks. */
public interface Sweeps {
    /**
     * Starts a sweep.
     *
     * @param idempotencyKey repeated with the same key, the first sweep is answered and nothing is started
     */
    CompletionStage<Outcome<SweepView>> create(SweepSpec spec, Optional<String> idempotencyKey);

    /** How many trials of earlier sweeps a sweep would start from; refused when one of those is of no use to it. */
    CompletionStage<Outcome<Integer>> warmStart(SweepSpec spec);

    CompletionStage<Outcome<SweepView>> get(String sweep);

    CompletionStage<Page<SweepView>> list(SweepQuery query);

    CompletionStage<Outcome<SweepView>> pause(String sweep);

    CompletionStage<Outcome<SweepView>> resume(String sweep);

    CompletionStage<Outcome<SweepView>> cancel(String sweep);

    /** Forgets a finished sweep with its trials; one that runs has to be cancelled first. */
    CompletionStage<Outcome<Void>> delete(String sweep);

    /** Changes what may change while a sweep runs. */
    CompletionStage<Outcome<SweepView>> change(String sweep, SweepPatch patch);

    CompletionStage<Outcome<TrialView>> addTrial(String sweep, Map<String, Object> parameters);

    CompletionStage<Outcome<TrialView>> stopTrial(String sweep, int number);

    CompletionStage<Outcome<Page<TrialView>>> trials(String sweep, TrialQuery query);

    CompletionStage<Outcome<TrialView>> trial(String sweep, int number);

    /** A trial's learning curve, ascending by step. */
    CompletionStage<Outcome<List<ReportView>>> metrics(String sweep, int number);

    /** What happened to a trial until now, a line per event without its end, oldest first; read while it is taken. */
    CompletionStage<Outcome<Source<String, NotUsed>>> log(String sweep, int number);

    /** The hash of a trial's last checkpoint in the artifact store. */
    CompletionStage<Outcome<String>> checkpoint(String sweep, int number);

    /** What happens in one sweep, beginning after the change with that id, or with its present state. Endless. */
    Source<SweepChange, NotUsed> changes(String sweep, Optional<String> after);

    /** How sweeps change (no trials, no reports), beginning after the change with that id, or with now. Endless. */
    Source<SweepChange, NotUsed> changes(Optional<String> after);

    /** @param cursor from the page before; filters are exact but for name, which is any part of it */
    record SweepQuery(
            Optional<SweepState> state,
            Optional<String> name,
            Optional<Label> label,
            int limit,
            Optional<String> cursor) {}

    record Label(String key, String value) {}

    record TrialQuery(
            Optional<TrialState> state, TrialOrder sort, boolean descending, int limit, Optional<String> cursor) {}

    enum TrialOrder {
        NUMBER,
        VALUE,
        DURATION
    }

    /** What is to be changed; empty means as it is. */
    record SweepPatch(
            Optional<Integer> maxTrials,
            Optional<Duration> maxDuration,
            Optional<Integer> maxParallelTrials,
            Optional<Double> target,
            Optional<Integer> maxTrialsWithoutImprovement,
            Optional<Integer> priority,
            Optional<Map<String, Object>> space) {}
}
