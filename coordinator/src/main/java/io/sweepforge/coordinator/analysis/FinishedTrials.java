package io.sweepforge.coordinator.analysis;

import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.coordinator.spec.Parameters;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.FailureCode.Consequence;
import io.sweepforge.search.Objective;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Trials as people see them, told to search strategies. */
final class FinishedTrials {
    private FinishedTrials() {}

    static List<FinishedTrial> of(List<TrialView> trials, List<Objective> objectives) {
        return trials.stream()
                .filter(trial -> trial.state().isFinal())
                .map(trial -> of(trial, objectives))
                .toList();
    }

    private static FinishedTrial of(TrialView trial, List<Objective> objectives) {
        return new FinishedTrial(
                trial.number(),
                Parameters.configuration(trial.parameters()),
                outcome(trial),
                losses(trial, objectives),
                trial.epoch());
    }

    private static Outcome outcome(TrialView trial) {
        return switch (trial.state()) {
            case COMPLETED -> Outcome.COMPLETED;
            case PRUNED -> Outcome.PRUNED;
            case CANCELLED -> Outcome.CANCELLED;
            default -> isInfeasible(trial) ? Outcome.INFEASIBLE : Outcome.FAILED;
        };
    }

    private static boolean isInfeasible(TrialView trial) {
        TrialView.FailureView failure = trial.failure();
        return failure != null && FailureCode.valueOf(failure.code()).consequence() == Consequence.INFEASIBLE;
    }

    /** A completed trial without values diverged. */
    private static List<Double> losses(TrialView trial, List<Objective> objectives) {
        if (trial.values().isEmpty()) {
            return trial.state() == TrialState.COMPLETED
                    ? Collections.nCopies(objectives.size(), Double.NaN)
                    : List.of();
        }
        return IntStream.range(0, objectives.size())
                .mapToObj(i -> objectives.get(i).toLoss(trial.values().get(i)))
                .toList();
    }
}
