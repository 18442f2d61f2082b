package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.numeric.Normal;

/**
 * Keeps every discrete parameter able to change: moves and stretches the distribution so that each side of the mean's
 * own value has a least probability (CMA-ES with margin, Hamano et al., GECCO 2022, arXiv 2205.13482, section 4).
 */
final class Margin {
    private Margin() {}

    /** @param least probability of another value, in (0, 0.5) */
    static Gaussian apply(Gaussian gaussian, Numbers numbers, double least) {
        double[] mean = gaussian.mean.clone();
        double[] scales = gaussian.scales.clone();
        for (int d = 0; d < mean.length; d++) {
            if (numbers.isDiscrete(d)) {
                correct(d, numbers.cell(d, mean[d]), gaussian.deviation(d), least, mean, scales);
            }
        }
        return gaussian.placed(mean, scales);
    }

    private static void correct(int d, double[] cell, double deviation, double least, double[] mean, double[] scales) {
        double reach = -deviation * Normal.quantile(least);
        if (cell[0] <= 0) {
            mean[d] = Math.max(mean[d], cell[1] - reach);
        } else if (cell[1] >= 1) {
            mean[d] = Math.min(mean[d], cell[0] + reach);
        } else {
            correctBetween(d, cell, deviation, least, mean, scales);
        }
    }

    /** Equations 12 to 18 of the paper, for a mean whose value has neighbours on both sides. */
    private static void correctBetween(
            int d, double[] cell, double deviation, double least, double[] mean, double[] scales) {
        double below = Normal.cumulative((cell[0] - mean[d]) / deviation);
        double above = Normal.cumulative((mean[d] - cell[1]) / deviation);
        double own = 1 - below - above;
        if (below >= least / 2 && above >= least / 2) {
            return;
        }
        double atLeastBelow = Math.max(below, least / 2);
        double atLeastAbove = Math.max(above, least / 2);
        double excess = 1 - atLeastBelow - atLeastAbove - own;
        double shared = atLeastBelow + atLeastAbove + own - 1.5 * least;
        double newBelow = atLeastBelow + excess * (atLeastBelow - least / 2) / shared;
        double newAbove = atLeastAbove + excess * (atLeastAbove - least / 2) / shared;
        double quantileBelow = -Normal.quantile(newBelow);
        double quantileAbove = -Normal.quantile(newAbove);
        double newDeviation = (cell[1] - cell[0]) / (quantileBelow + quantileAbove);
        mean[d] = cell[0] + newDeviation * quantileBelow;
        scales[d] *= newDeviation / deviation;
    }
}
