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
import java.util.List;
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
                losses(trial, outcome, sweep.objectives()),
                trial.learned().epoch(),
                sweep.judgements().curve(trial.number()));
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

    private static List<Double> losses(Trial trial, Outcome outcome, List<Objective> objectives) {
        Learned.Measured best = trial.learned().best();
        if (outcome != Outcome.COMPLETED) {
            return Objectives.losses(trial.learned().last(), objectives);
        }
        return trial.hasResult() && best != null
                ? Objectives.losses(best.values(), objectives)
                : Collections.nCopies(objectives.size(), Double.NaN);
    }
}
