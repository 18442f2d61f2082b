package io.sweepforge.search.sampler.gp;

import java.util.Comparator;

/**
 * One value that the model learns from.
 *
 * @param number the trial's
 * @param point with the level at its end
 * @param loss to be minimised; infinite when the trial diverged or cannot work
 */
record Evidence(int number, double[] point, double loss) {
    static final Comparator<Evidence> BEST_FIRST =
            Comparator.comparingDouble(Evidence::loss).thenComparingInt(Evidence::number);

    /** As {@link Levels#coordinate} counts. */
    double level() {
        return point[point.length - 1];
    }
}
