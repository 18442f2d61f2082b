package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Normal;
import java.util.Arrays;

/**
 * Losses as targets of the model: the better half stays linear, the worse half is moved to where a normal distribution
 * of the same spread has its upper quantiles, so that no outlier can stretch the scale (half-rank warping: Song et al.,
 * "The Vizier Gaussian Process Bandit Algorithm", arXiv 2408.11527). Then all are shifted and scaled to mean 0 and
 * variance 1.
 */
final class OutputScale {
    /** Ascending. */
    private final double[] losses;
    /** By loss, ascending. */
    private final double[] targets;

    private OutputScale(double[] losses, double[] targets) {
        this.losses = losses;
        this.targets = targets;
    }

    /** @param told at least one; infinite ones are behind every number */
    static OutputScale of(double[] told) {
        double[] losses = told.clone();
        Arrays.sort(losses);
        return new OutputScale(losses, standardised(warped(losses)));
    }

    private static double[] warped(double[] losses) {
        int n = losses.length;
        int finite = (int) Arrays.stream(losses).filter(Double::isFinite).count();
        if (finite == 0) {
            return new double[n];
        }
        double median = losses[(finite - 1) / 2];
        int good = (int) Arrays.stream(losses).filter(loss -> loss <= median).count();
        double spread = spreadBelow(median, losses);
        double[] warped = new double[n];
        for (int from = 0, to = 0; from < n; from = to) {
            while (to < n && losses[to] == losses[from]) {
                to++;
            }
            double worse = 0.5 * (from + to) - good;
            double target =
                    from < good ? (losses[from] - median) / spread : Normal.quantile(0.5 + 0.5 * worse / (n - good));
            Arrays.fill(warped, from, to, target);
        }
        return warped;
    }

    /** The deviation of a normal distribution whose lower half the better losses are; 1 when they do not differ. */
    private static double spreadBelow(double median, double[] losses) {
        double squares = Arrays.stream(losses)
                .filter(loss -> loss <= median)
                .map(loss -> (loss - median) * (loss - median))
                .average()
                .orElse(0);
        return squares > 0 ? Math.sqrt(squares) : 1;
    }

    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        double scale = variance > 0 ? 1 / Math.sqrt(variance) : 1;
        return Arrays.stream(values).map(value -> (value - mean) * scale).toArray();
    }

    /** The target of one of the losses that the scale was made of. */
    double target(double loss) {
        return targets[Arrays.binarySearch(losses, loss)];
    }

    /** The loss that a target means: linear between those told and beyond, as far as they are finite. */
    double loss(double target) {
        int above = 0;
        while (above < targets.length - 1 && (targets[above] <= targets[0] || targets[above] < target)) {
            above++;
        }
        int below = above - 1;
        while (below > 0 && (targets[below] == targets[above] || Double.isInfinite(losses[above]))) {
            above = below--;
        }
        if (below < 0 || targets[below] == targets[above] || Double.isInfinite(losses[above])) {
            return losses[0];
        }
        double slope = (losses[above] - losses[below]) / (targets[above] - targets[below]);
        return losses[below] + slope * (target - targets[below]);
    }
}
