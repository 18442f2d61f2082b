package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.spec.Parameters;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode.Consequence;
import io.sweepforge.search.Objective;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a sampler is told about a sweep. */
final class History {
    private History() {}

    static List<ActiveTrial> active(Sweep sweep) {
        Trials trials = sweep.trials();
        return Stream.of(trials.pending(), trials.running(), trials.paused())
                .flatMap(numbers -> numbers.stream().map(trials::get))
                .sorted(Comparator.comparingInt(Trial::number))
                .map(trial -> new ActiveTrial(
                        trial.number(),
                        Parameters.configuration(trial.parameters()),
                        sweep.judgements().curve(trial.number())))
                .toList();
    }

    /** A completed trial counts with its best epoch, a pruned one with its last. */
    static FinishedTrial finished(Sweep sweep, Trial trial) {
        Outcome outcome = outcome(trial);
        return new FinishedTrial(
                trial.number(),
                Parameters.configuration(trial.parameters()),
                outcome,
                Objectives.losses(values(trial, outcome, sweep.objectives()), sweep.objectives()),
                trial.learned().epoch(),
                sweep.judgements().curve(trial.number()));
    }

    /** Trials of earlier sweeps, with negative numbers; none before they are collected. */
    static List<FinishedTrial> ofOthers(Sweep sweep) {
        List<EarlierTrial> earlier = Objects.requireNonNullElse(sweep.earlier(), List.of());
        return IntStream.range(0, earlier.size())
                .mapToObj(index -> earlier.get(index).toFinished(index, sweep))
                .toList();
    }

    /** Half of the limit for the best, the rest for the latest; in the order of their numbers. */
    static List<EarlierTrial> earlier(Sweep sweep, int limit) {
        Trials trials = sweep.trials();
        Stream<Integer> best = trials.ranking().stream()
                .map(Trials.Ranked::number)
                .filter(number -> trials.get(number).state().isFinal())
                .limit(limit / 2);
        Stream<Integer> latest = IntStream.iterate(trials.size() - 1, number -> number >= 0, number -> number - 1)
                .filter(number -> trials.get(number).state().isFinal())
                .boxed();
        return Stream.concat(best, latest)
                .distinct()
                .limit(limit)
                .sorted()
                .map(number -> earlier(sweep, trials.get(number)))
                .toList();
    }

    private static EarlierTrial earlier(Sweep sweep, Trial trial) {
        Map<String, Object> parameters =
                new LinkedHashMap<>(sweep.spec().trial().fixed());
        parameters.putAll(trial.parameters());
        Outcome outcome = outcome(trial);
        return new EarlierTrial(
                sweep.id(),
                trial.number(),
                parameters,
                outcome,
                values(trial, outcome, sweep.objectives()),
                trial.learned().epoch());
    }

    private static Outcome outcome(Trial trial) {
        Failure failure = trial.failure();
        return switch (trial.state()) {
            case COMPLETED -> Outcome.COMPLETED;
            case PRUNED -> Outcome.PRUNED;
            case FAILED ->
                failure != null && failure.code().consequence() == Consequence.INFEASIBLE
                        ? Outcome.INFEASIBLE
                        : Outcome.FAILED;
            case CANCELLED -> Outcome.CANCELLED;
            case PENDING, RUNNING, PAUSED ->
                throw new IllegalArgumentException("trial: must be over, was " + trial.state());
        };
    }

    private static List<Double> values(Trial trial, Outcome outcome, List<Objective> objectives) {
        Learned.Measured best = trial.learned().best();
        if (outcome != Outcome.COMPLETED) {
            return trial.learned().last();
        }
        return trial.hasResult() && best != null ? best.values() : Collections.nCopies(objectives.size(), Double.NaN);
    }
}
