package io.sweepforge.search.sampler.gp;

import java.util.Arrays;

/**
 * Losses as targets of the model: how much worse than the best, in units of a spread, through
 * ln(1 + z), which is nearly linear among good losses and hardly tells bad ones from very bad ones (after the log warping
 * of Song et al., "The Vizier Gaussian Process Bandit Algorithm", arXiv 2408.11527). Then all are shifted and scaled to
 * mean 0 and variance 1.
 */
final class OutputScale {
    /** What is worse by more spreads counts as this: an outlier says no more than "not here". */
    private static final double WORST = 100;

    private final double best;
    private final double spread;
    private final double worst;
    private final double mean;
    private final double deviation;

    /** @param told at least one; infinite ones count as the worst finite one */
    OutputScale(double[] told, Focus focus) {
        double[] losses = Arrays.stream(told).filter(Double::isFinite).sorted().toArray();
        this.best = losses.length == 0 ? 0 : losses[0];
        this.worst = losses.length == 0 ? 0 : losses[losses.length - 1];
        this.spread = losses.length == 0 ? 1 : focus.spread(losses);
        double[] warped = Arrays.stream(told).map(this::warp).toArray();
        this.mean = Arrays.stream(warped).average().orElse(0);
        double variance = Arrays.stream(warped)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        this.deviation = variance > 0 ? Math.sqrt(variance) : 1;
    }

    private double warp(double loss) {
        return StrictMath.log1p(Math.min(WORST, (Math.min(loss, worst) - best) / spread));
    }

    /** @param loss in the range of those that the scale was made of */
    double target(double loss) {
        return (warp(loss) - mean) / deviation;
    }

    /** The loss that a target means, linear below the best. */
    double loss(double target) {
        double warped = mean + deviation * target;
        return best + spread * (warped > 0 ? StrictMath.expm1(warped) : warped);
    }
}
