package io.sweepforge.coordinator.http;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import io.sweepforge.coordinator.Fixtures;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.Outcome;
import io.sweepforge.coordinator.api.Page;
import io.sweepforge.coordinator.api.ReportView;
import io.sweepforge.coordinator.api.SweepChange;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.search.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** One sweep called s1 with two trials; remembers what it was asked. */
final class FakeSweeps implements Sweeps {
    final List<String> asked = new ArrayList<>();
    Optional<SweepQuery> sweepQuery = Optional.empty();
    Optional<TrialQuery> trialQuery = Optional.empty();
    Optional<SweepPatch> patch = Optional.empty();
    Optional<String> checkpoint = Optional.empty();
    boolean broken;

    static final SweepSpec SPEC = new SweepSpec(
            "digits",
            List.of(new SweepSpec.ObjectiveSpec("validationAccuracy", "maximize")),
            new SweepSpec.TrialSpec("model", "conv-classifier", "digits", "d".repeat(64), 15, Map.of()),
            Map.of("filters", Map.of("type", "int", "min", 8, "max", 32)),
            List.of(),
            new SweepSpec.Strategy("random", Map.of()),
            new SweepSpec.Strategy("asha", Map.of("reductionFactor", 3)),
            new SweepSpec.Budget(64, null, null, null, null),
            new SweepSpec.Retry(3),
            7,
            0,
            List.of(),
            Map.of());

    static SweepView sweep(String id, SweepSpec spec) {
        return new SweepView(
                id,
                spec.name(),
                SweepState.RUNNING,
                spec,
                Fixtures.NOON,
                null,
                null,
                new SweepView.TrialCounts(2, 0, 1, 0, 1, 0, 0, 0),
                null,
                new SweepView.Progress(0.5, Duration.ofSeconds(90)),
                null);
    }

    static TrialView trial(int number) {
        return new TrialView(
                number,
                TrialState.COMPLETED,
                Map.of("filters", 8 * (number + 1)),
                null,
                Double.NaN,
                List.of(0.5),
                15,
                1,
                "node-1",
                Fixtures.NOON,
                null,
                null,
                "random, \"evenly\" drawn",
                "random, \"evenly\" drawn",
                null);
    }

    private <T> CompletionStage<Outcome<T>> answer(String what, String sweep, T value) {
        asked.add(what);
        if (broken) {
            throw new IllegalStateException("secret detail");
        }
        Outcome<T> outcome = sweep.equals("s1")
                ? Outcome.done(value)
                : Outcome.rejected(ErrorCode.NOT_FOUND, "There is no sweep " + sweep + ".");
        return CompletableFuture.completedFuture(outcome);
    }

    @Override
    public CompletionStage<Outcome<SweepView>> create(SweepSpec spec, Optional<String> idempotencyKey) {
        return answer("create " + idempotencyKey.orElse("-"), "s1", sweep("s1", spec));
    }

    @Override
    public CompletionStage<Outcome<Integer>> warmStart(SweepSpec spec) {
        boolean unknown = spec.warmStart() != null && spec.warmStart().sweeps().contains("gone");
        return CompletableFuture.completedFuture(
                unknown
                        ? new Outcome.Rejected<>(
                                ErrorCode.INVALID_SPECIFICATION,
                                "The sweep cannot start from what is named.",
                                List.of(new FieldError("warmStart.sweeps[0]", "there is no sweep \"gone\"")))
                        : Outcome.done(0));
    }

    @Override
    public CompletionStage<Outcome<SweepView>> get(String sweep) {
        return answer("get", sweep, sweep("s1", SPEC));
    }

    @Override
    public CompletionStage<Page<SweepView>> list(SweepQuery query) {
        sweepQuery = Optional.of(query);
        return broken
                ? CompletableFuture.failedFuture(new TimeoutException())
                : CompletableFuture.completedFuture(new Page<>(List.of(sweep("s1", SPEC)), null));
    }

    @Override
    public CompletionStage<Outcome<SweepView>> pause(String sweep) {
        return answer("pause", sweep, sweep("s1", SPEC));
    }

    @Override
    public CompletionStage<Outcome<SweepView>> resume(String sweep) {
        asked.add("resume");
        return CompletableFuture.completedFuture(
                Outcome.rejected(ErrorCode.CONFLICT, "The sweep runs already; nothing to resume."));
    }

    @Override
    public CompletionStage<Outcome<SweepView>> cancel(String sweep) {
        return answer("cancel", sweep, sweep("s1", SPEC));
    }

    @Override
    public CompletionStage<Outcome<Void>> delete(String sweep) {
        return answer("delete", sweep, null);
    }

    @Override
    public CompletionStage<Outcome<SweepView>> change(String sweep, SweepPatch change) {
        patch = Optional.of(change);
        return answer("change", sweep, sweep("s1", SPEC));
    }

    @Override
    public CompletionStage<Outcome<TrialView>> addTrial(String sweep, Map<String, Object> parameters) {
        return answer("add " + parameters, sweep, trial(2));
    }

    @Override
    public CompletionStage<Outcome<TrialView>> stopTrial(String sweep, int number) {
        return answer("stop " + number, sweep, trial(number));
    }

    @Override
    public CompletionStage<Outcome<Page<TrialView>>> trials(String sweep, TrialQuery query) {
        trialQuery = Optional.of(query);
        boolean second = query.cursor().isPresent();
        Page<TrialView> page = second ? new Page<>(List.of(trial(1)), null) : new Page<>(List.of(trial(0)), "1");
        return answer("trials", sweep, page);
    }

    @Override
    public CompletionStage<Outcome<TrialView>> trial(String sweep, int number) {
        return answer("trial " + number, sweep, trial(number));
    }

    @Override
    public CompletionStage<Outcome<List<ReportView>>> metrics(String sweep, int number) {
        return answer("metrics", sweep, List.of(new ReportView(1, Map.of("loss", 0.25), Fixtures.NOON)));
    }

    @Override
    public CompletionStage<Outcome<Source<String, NotUsed>>> log(String sweep, int number) {
        return answer("log " + number, sweep, Source.from(List.of("first", "größer")));
    }

    @Override
    public CompletionStage<Outcome<String>> checkpoint(String sweep, int number) {
        return answer("checkpoint", sweep, checkpoint.orElse("0".repeat(64)));
    }

    /** The sweep, a trial and a report under the ids 1 to 3; without those up to the id that was seen. */
    @Override
    public Source<SweepChange, NotUsed> changes(String sweep, Optional<String> after) {
        List<SweepChange> changes = List.of(
                new SweepChange("1", new SweepChange.Payload.SweepChanged(sweep("s1", SPEC))),
                new SweepChange("2", new SweepChange.Payload.TrialChanged(trial(0))),
                new SweepChange("3", new SweepChange.Payload.Reported(0, 1, 4, Map.of("loss", 0.25), Fixtures.NOON)));
        int seen = after.map(Integer::valueOf).orElse(0);
        return Source.from(changes.subList(seen, changes.size())).concat(Source.maybe());
    }

    @Override
    public Source<SweepChange, NotUsed> changes(Optional<String> after) {
        return changes("s1", after).take(1).concat(Source.maybe());
    }
}
