package io.sweepforge.search.sampler.cmaes;

/** When there is nothing more to gain from going on (Hansen's tutorial, arXiv 1604.00772, appendix B.3). */
final class Stagnation {
    /** As a share of the range: finer differences matter to no parameter. */
    private static final double LEAST_DEVIATION = 1e-7;

    private static final double LEAST_DIFFERENCE = 1e-12;
    private static final double MOST_AXIS_RATIO = 1e7;

    private Stagnation() {}

    static boolean isReached(Generation generation) {
        return isNarrow(generation.gaussian())
                || generation.gaussian().axisRatio() > MOST_AXIS_RATIO
                || (generation.hasLongHistory() && isFlat(generation));
    }

    private static boolean isNarrow(Gaussian gaussian) {
        for (int d = 0; d < gaussian.dimensions(); d++) {
            if (gaussian.deviation(d) > LEAST_DEVIATION) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFlat(Generation generation) {
        double least = generation.bests().stream().mapToDouble(x -> x).min().orElseThrow();
        double most = generation.bests().stream().mapToDouble(x -> x).max().orElseThrow();
        return least == most || most - least <= LEAST_DIFFERENCE * Math.abs(least);
    }
}
