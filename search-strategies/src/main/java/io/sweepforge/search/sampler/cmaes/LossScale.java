package io.sweepforge.search.sampler.cmaes;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Losses as distances from the best of some, in a unit that is a good one's distance.
 *
 * @param unit positive
 */
record LossScale(double best, double unit) {
    /** The share of the losses that are better than the one that gives the unit. */
    private static final double GOOD_SHARE = 0.25;
    /** Worse makes no difference. */
    private static final double MOST = 1e6;

    /**
     * The scale of some losses.
     *
     * @param losses finite, at least one
     * @return empty when they hardly differ
     */
    static Optional<LossScale> of(double[] losses) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double best = sorted[0];
        OptionalDouble unit = Arrays.stream(sorted, (int) (GOOD_SHARE * (sorted.length - 1)), sorted.length)
                .map(loss -> loss - best)
                .filter(distance -> distance > 1e-13 * Math.abs(best))
                .findFirst();
        return unit.stream()
                .filter(Double::isFinite)
                .mapToObj(found -> new LossScale(best, found))
                .findFirst();
    }

    double distance(double loss) {
        return Math.min(MOST, (loss - best) / unit);
    }

    double loss(double distance) {
        return best + distance * unit;
    }
}
