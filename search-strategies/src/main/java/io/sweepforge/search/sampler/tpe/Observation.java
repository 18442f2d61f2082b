package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.space.Configuration;
import java.util.List;

/**
 * What a trial says about its configuration so far.
 *
 * @param reached the last epoch with losses, {@link #END} when it went to its end
 * @param losses the last ones; empty when there is none, one is NaN or the configuration cannot work
 */
record Observation(int number, Configuration configuration, int reached, List<Double> losses, List<CurvePoint> curve) {
    static final int END = Integer.MAX_VALUE;

    static Observation of(FinishedTrial trial) {
        int reached = trial.outcome() == Outcome.PRUNED ? trial.epoch() : END;
        boolean works = trial.outcome() != Outcome.INFEASIBLE;
        List<Double> losses = works ? trial.losses() : List.of();
        return new Observation(trial.number(), trial.configuration(), reached, usable(losses), trial.curve());
    }

    static Observation of(ActiveTrial trial) {
        if (trial.curve().isEmpty()) {
            return new Observation(trial.number(), trial.configuration(), 0, List.of(), List.of());
        }
        CurvePoint last = trial.curve().get(trial.curve().size() - 1);
        return new Observation(
                trial.number(), trial.configuration(), last.epoch(), usable(last.losses()), trial.curve());
    }

    private static List<Double> usable(List<Double> losses) {
        for (double loss : losses) {
            if (Double.isNaN(loss)) {
                return List.of();
            }
        }
        return losses;
    }

    boolean hasLosses() {
        return !losses.isEmpty();
    }

    /** What it had reached at an epoch or, where it was not compared there, at the last one before. */
    List<Double> lossesAt(int epoch) {
        List<Double> at = losses;
        for (CurvePoint point : curve) {
            if (point.epoch() <= epoch) {
                at = point.losses();
            }
        }
        return at;
    }
}
