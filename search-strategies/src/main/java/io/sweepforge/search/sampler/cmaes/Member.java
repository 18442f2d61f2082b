package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;

/**
 * A finished trial that says something about its configuration.
 *
 * @param point its coordinates
 */
record Member(FinishedTrial trial, double[] point) {
    int number() {
        return trial.number();
    }

    /** The loss, infinite when the trial has none or was not completed. */
    double loss() {
        boolean good = trial.outcome() == Outcome.COMPLETED
                && !trial.losses().isEmpty()
                && !Double.isNaN(trial.losses().get(0));
        return good ? trial.losses().get(0) : Double.POSITIVE_INFINITY;
    }
}
