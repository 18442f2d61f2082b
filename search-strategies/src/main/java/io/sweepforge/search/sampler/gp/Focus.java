package io.sweepforge.search.sampler.gp;

import java.util.Arrays;

/**
 * What a suggestion looks at. Once the best region is found, the expected improvement is larger there than anywhere else
 * for a very long time, however small it is; so every other trial gets another task after a while.
 */
enum Focus {
    /** The better half, whose differences become finer the longer the search goes on: polishes. */
    NEAR(0),
    /** Nearly everything; only an improvement that matters on this scale counts. */
    WIDE(0.003);

    private static final int TRIALS_PER_PARAMETER = 10;
    private static final double MOST = 0.75;

    private final double leastGain;

    Focus(double leastGain) {
        this.leastGain = leastGain;
    }

    /** Turns begin when there were enough trials for the best region. */
    static Focus of(int number, int parameters) {
        boolean enough = number >= TRIALS_PER_PARAMETER * (parameters + 1);
        return enough && number % 2 == 1 ? WIDE : NEAR;
    }

    /** By how much a target is to be better than the best, in deviations of all targets. */
    double leastGain() {
        return leastGain;
    }

    /**
     * The unit in which losses count as nearly the same: the deviation of a normal distribution whose lower half the
     * better half of the losses are, or the distance from the best to the upper quartile. Half the range where these are
     * all equal, and 1 where all losses are.
     *
     * @param losses ascending, finite, at least one
     */
    double spread(double[] losses) {
        double range = losses[losses.length - 1] - losses[0];
        double spread = this == NEAR ? ofBetterHalf(losses) : losses[(int) (MOST * (losses.length - 1))] - losses[0];
        double positive = spread > 0 ? spread : range / 2;
        return positive > 0 && positive < Double.POSITIVE_INFINITY ? positive : 1;
    }

    private static double ofBetterHalf(double[] losses) {
        double median = losses[(losses.length - 1) / 2];
        double squares = Arrays.stream(losses)
                .filter(loss -> loss <= median)
                .map(loss -> (median - loss) * (median - loss))
                .average()
                .orElse(0);
        return Math.sqrt(squares);
    }
}
