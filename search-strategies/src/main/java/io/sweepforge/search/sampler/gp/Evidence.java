package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.util.Comparator;

/**
 * What one trial taught.
 *
 * @param number the trial's
 * @param loss to be minimised; infinite when the trial diverged or cannot work
 */
record Evidence(int number, double[] point, double loss) {
    static final Comparator<Evidence> BEST_FIRST =
            Comparator.comparingDouble(Evidence::loss).thenComparingInt(Evidence::number);

    static Evidence of(FinishedTrial trial, PointSpace space) {
        boolean useful =
                trial.outcome() != Outcome.INFEASIBLE && !trial.losses().isEmpty();
        double loss = useful ? trial.losses().get(0) : Double.POSITIVE_INFINITY;
        return new Evidence(
                trial.number(),
                space.point(trial.configuration()),
                Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY);
    }
}
