package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.List;

/**
 * A density over some dimensions: one product kernel per trial, and a prior kernel as wide as the range. Numbers have
 * normal kernels cut to [0, 1]; a category has most of its kernel's mass on the trial's own value.
 *
 * <p>A kernel's logarithm is a polynomial of degree two in the point, so scoring multiplies the rows of flat coefficient
 * arrays with [x², x, 1].
 */
final class KernelMixture {
    private final List<TpeDimension> dimensions;
    /** Kernels, the prior included as the last. */
    private final int kernels;

    private final double[] means;
    private final double[] deviations;
    private final double[] square;
    private final double[] linear;
    /** Logarithms of weight and normalisation; what is left over for categories is added on top. */
    private final double[] constant;

    private final double[] cumulative;

    /**
     * @param points [N][dimensions], encoded by {@link TpeDimension#encode}
     * @param deviations [dimensions][N] of the kernels; unused for categories
     * @param weights [N + 1], the last for the prior; need not sum to 1
     */
    KernelMixture(List<TpeDimension> dimensions, List<double[]> points, double[][] deviations, double[] weights) {
        int size = dimensions.size();
        this.dimensions = dimensions;
        this.kernels = points.size() + 1;
        this.means = new double[size * kernels];
        this.deviations = new double[size * kernels];
        this.square = new double[size * kernels];
        this.linear = new double[size * kernels];
        this.constant = new double[kernels];
        this.cumulative = cumulative(weights);
        for (int k = 0; k < kernels; k++) {
            constant[k] = StrictMath.log(weights[k] / cumulative[kernels - 1]);
        }
        for (int d = 0; d < size; d++) {
            for (int k = 0; k < kernels; k++) {
                boolean prior = k == points.size();
                place(d, k, prior ? Double.NaN : points.get(k)[d], prior ? 1 : deviations[d][k]);
            }
        }
    }

    private static double[] cumulative(double[] weights) {
        double[] sums = weights.clone();
        for (int k = 1; k < sums.length; k++) {
            sums[k] += sums[k - 1];
        }
        return sums;
    }

    private void place(int d, int k, double point, double deviation) {
        int at = d * kernels + k;
        means[at] = point;
        if (dimensions.get(d).isCategorical()) {
            return;
        }
        double mean = Double.isNaN(point) ? 0.5 : point;
        means[at] = mean;
        deviations[at] = deviation;
        double precision = 1 / (deviation * deviation);
        square[at] = -0.5 * precision;
        linear[at] = mean * precision;
        constant[k] -= 0.5 * mean * mean * precision
                + StrictMath.log(deviation * TruncatedNormal.mass(mean, deviation) * Math.sqrt(2 * Math.PI));
    }

    /** A point drawn from the density. */
    void draw(HashedRandom random, double[] point) {
        int kernel = kernel(random.unit() * cumulative[kernels - 1]);
        for (int d = 0; d < point.length; d++) {
            int at = d * kernels + kernel;
            point[d] = dimensions.get(d).isCategorical()
                    ? drawCategory(dimensions.get(d).choices(), means[at], random)
                    : TruncatedNormal.draw(means[at], deviations[at], random);
        }
    }

    private int kernel(double weight) {
        int k = 0;
        while (k < kernels - 1 && cumulative[k] <= weight) {
            k++;
        }
        return k;
    }

    private double drawCategory(int choices, double own, HashedRandom random) {
        boolean stray = Double.isNaN(own) || random.unit() < strayMass(choices);
        return stray ? random.below(choices) : own;
    }

    /** The mass a kernel spreads evenly over all categories: shrinks as kernels become many. */
    private double strayMass(int choices) {
        return (double) choices / (choices + kernels);
    }

    /** The logarithm of the density at a point. */
    double log(double[] point) {
        double[] logs = constant.clone();
        for (int d = 0; d < point.length; d++) {
            if (dimensions.get(d).isCategorical()) {
                addCategory(d, point[d], logs);
            } else {
                addNumber(d * kernels, point[d], logs);
            }
        }
        return logSum(logs);
    }

    private void addNumber(int from, double x, double[] logs) {
        double xx = x * x;
        for (int k = 0; k < logs.length; k++) {
            logs[k] += square[from + k] * xx + linear[from + k] * x;
        }
    }

    private void addCategory(int d, double x, double[] logs) {
        int choices = dimensions.get(d).choices();
        double stray = strayMass(choices) / choices;
        double other = StrictMath.log(stray);
        double own = StrictMath.log(1 - strayMass(choices) + stray);
        double prior = -StrictMath.log(choices);
        for (int k = 0; k < kernels - 1; k++) {
            logs[k] += means[d * kernels + k] == x ? own : other;
        }
        logs[kernels - 1] += prior;
    }

    static double logSum(double... logs) {
        double max = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            max = Math.max(max, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += log - max < -40 ? 0 : StrictMath.exp(log - max);
        }
        return max + StrictMath.log(sum);
    }
}
