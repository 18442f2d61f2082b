package io.sweepforge.search.sampler.cmaes;

import java.util.Arrays;
import java.util.Optional;

/**
 * Guesses losses near those of finished trials, by a quadratic or another smooth function, whichever would have put the
 * latest trials more nearly in order (after Hansen, "A global surrogate assisted CMA-ES", GECCO 2019). Better losses are
 * met more closely: how far off one may be grows with its distance from the best.
 */
final class Surrogate {
    private static final double DEVIATION = 0.1;
    /** How many of the latest trials it has to put in order, each known from the others, and how well. */
    private static final int JUDGED = 40;

    private static final double LEAST_AGREEMENT = 0.3;

    private final LossScale scale;
    private final Regression regression;
    private final double agreement;

    private Surrogate(LossScale scale, Regression regression, double[] values) {
        this.scale = scale;
        this.regression = regression;
        int judged = Math.min(JUDGED, values.length);
        this.agreement = agreement(Arrays.copyOf(regression.withoutOwn(), judged), Arrays.copyOf(values, judged));
    }

    /**
     * The better of the two functions.
     *
     * @param points [trials][dimensions], the latest first
     * @param losses [trials], finite, at least one
     * @return empty when neither is to be trusted
     */
    static Optional<Surrogate> of(double[][] points, double[] losses) {
        return LossScale.of(losses).flatMap(scale -> of(points, losses, scale));
    }

    private static Optional<Surrogate> of(double[][] points, double[] losses, LossScale scale) {
        double[] values = Arrays.stream(losses).map(scale::distance).toArray();
        double[] deviations =
                Arrays.stream(values).map(value -> DEVIATION * (1 + value)).toArray();
        return Arrays.stream(Kernel.values())
                .flatMap(kernel -> Regression.of(kernel, points, values, deviations).stream())
                .map(regression -> new Surrogate(scale, regression, values))
                .filter(surrogate -> surrogate.agreement > LEAST_AGREEMENT)
                .reduce((best, next) -> next.agreement > best.agreement ? next : best);
    }

    /** Kendall's rank correlation. */
    static double agreement(double[] a, double[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Double.compare(a[i], a[j]) * Double.compare(b[i], b[j]);
            }
        }
        return a.length < 2 ? 0 : 2.0 * sum / (a.length * (a.length - 1.0));
    }

    /** How well it puts the latest trials in order, at most 1. */
    double agreement() {
        return agreement;
    }

    /** What it guesses. */
    double loss(double[] point) {
        return scale.loss(regression.at(point));
    }
}
