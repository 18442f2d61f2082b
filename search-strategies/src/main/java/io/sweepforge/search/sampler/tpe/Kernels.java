package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.numeric.Exponential;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;
import java.util.List;

/**
 * A joint density: one product kernel per trial, all equally wide, and a uniform prior. Numbers have normal kernels cut to
 * [0, 1]; a category has most of its kernel's mass on the trial's own value.
 *
 * <p>Flat arrays by dimension, so that the squared distances of a point to all trials are sums that vectorise.
 */
final class Kernels {
    private static final int NONE = -1;
    /** A kernel whose squared distance exceeds the nearest one's by this adds nothing. */
    private static final double NEGLIGIBLE = 80;

    private final List<TpeDimension> dimensions;
    private final List<double[]> points;
    private final double[] widths;
    /** By dimension: the points divided by the width, or categories. */
    private final double[][] means;
    /** By dimension: what another category costs, as squared distance. */
    private final double[] penalties;
    /** How much higher each kernel is because it was cut to [0, 1]. */
    private final double[] heights;
    /** The logarithm of an uncut kernel at its mean, and of the prior. */
    private double logPeak;

    private double logPrior;
    private final double[] squares;

    /**
     * @param points encoded by {@link TpeDimension#encode}
     * @param widths of the kernels by dimension; unused for categories
     */
    Kernels(List<TpeDimension> dimensions, List<double[]> points, double[] widths) {
        int count = points.size();
        this.dimensions = dimensions;
        this.points = points;
        this.widths = widths;
        this.means = new double[widths.length][count];
        this.penalties = new double[widths.length];
        this.heights = new double[count];
        this.squares = new double[count];
        Arrays.fill(heights, 1);
        for (int d = 0; d < widths.length; d++) {
            int choices = dimensions.get(d).choices();
            if (choices > 0) {
                placeCategory(d, choices);
            } else {
                placeNumber(d);
            }
        }
    }

    private void placeNumber(int d) {
        logPeak -= StrictMath.log(widths[d] * Math.sqrt(2 * Math.PI));
        for (int k = 0; k < heights.length; k++) {
            double mean = points.get(k)[d];
            means[d][k] = mean / widths[d];
            heights[k] /= TruncatedNormal.mass(mean, widths[d]);
        }
    }

    private void placeCategory(int d, int choices) {
        double stray = strayMass(choices, heights.length) / choices;
        double own = 1 - (choices - 1) * stray;
        logPeak += StrictMath.log(own);
        logPrior -= StrictMath.log(choices);
        penalties[d] = 2 * StrictMath.log(own / stray);
        for (int k = 0; k < heights.length; k++) {
            means[d][k] = points.get(k)[d];
        }
    }

    /** The mass a kernel spreads evenly over all categories: shrinks as trials become many. */
    static double strayMass(int choices, int trials) {
        return (double) choices / (choices + trials + 1);
    }

    double[] draw(HashedRandom random) {
        int kernel = random.below(points.size() + 1);
        double[] point = new double[widths.length];
        for (int d = 0; d < point.length; d++) {
            int choices = dimensions.get(d).choices();
            boolean prior = kernel == points.size();
            if (choices > 0) {
                boolean stray = prior || random.unit() < strayMass(choices, points.size());
                point[d] = stray ? random.below(choices) : points.get(kernel)[d];
            } else {
                point[d] = prior ? random.unit() : TruncatedNormal.draw(points.get(kernel)[d], widths[d], random);
            }
        }
        return point;
    }

    /** The logarithm of the density at a point. */
    double log(double[] point) {
        return logSum(point, NONE) - StrictMath.log(points.size() + 1.0);
    }

    /** The logarithm of the density at one of the trials as it were without it. */
    double logWithout(int trial) {
        return logSum(points.get(trial), trial) - StrictMath.log(points.size());
    }

    private double logSum(double[] point, int without) {
        Arrays.fill(squares, 0);
        for (int d = 0; d < point.length; d++) {
            if (dimensions.get(d).isCategorical()) {
                addPenalties(means[d], point[d], penalties[d], squares);
            } else {
                addSquares(means[d], point[d] / widths[d], squares);
            }
        }
        if (without != NONE) {
            squares[without] = Double.POSITIVE_INFINITY;
        }
        return logSum(2 * (logPeak - logPrior));
    }

    private static void addSquares(double[] means, double value, double[] squares) {
        for (int k = 0; k < squares.length; k++) {
            double difference = means[k] - value;
            squares[k] += difference * difference;
        }
    }

    private static void addPenalties(double[] own, double value, double penalty, double[] squares) {
        for (int k = 0; k < squares.length; k++) {
            squares[k] += own[k] == value ? 0 : penalty;
        }
    }

    /** @param prior the squared distance at which a kernel is as low as the prior */
    private double logSum(double prior) {
        double least = prior;
        for (double square : squares) {
            least = Math.min(least, square);
        }
        double sum = Exponential.exp(0.5 * (least - prior));
        for (int k = 0; k < squares.length; k++) {
            double beyond = squares[k] - least;
            if (beyond < NEGLIGIBLE) {
                sum += heights[k] * Exponential.exp(-0.5 * beyond);
            }
        }
        return logPeak - 0.5 * least + StrictMath.log(sum);
    }
}
