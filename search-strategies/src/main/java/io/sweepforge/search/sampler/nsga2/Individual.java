package io.sweepforge.search.sampler.nsga2;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;

/**
 * A finished trial that says something about its configuration.
 *
 * @param point its coordinates
 */
record Individual(FinishedTrial trial, double[] point) {
    /** How many tiers there are. */
    static final int TIERS = 4;

    int number() {
        return trial.number();
    }

    double[] losses() {
        return trial.losses().stream().mapToDouble(loss -> loss).toArray();
    }

    /**
     * What counts before losses, as a violated constraint does: 0 for completed trials, then pruned ones, those without
     * all their losses, infeasible ones.
     *
     * @param objectives how many losses there should be
     */
    int tier(int objectives) {
        if (trial.outcome() == Outcome.INFEASIBLE) {
            return TIERS - 1;
        }
        boolean missing =
                trial.losses().size() != objectives || trial.losses().stream().anyMatch(loss -> Double.isNaN(loss));
        if (missing) {
            return TIERS - 2;
        }
        return trial.outcome() == Outcome.PRUNED ? 1 : 0;
    }
}
