package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Exponential;
import java.util.Arrays;

/**
 * The Matérn-5/2 kernel with a length scale per parameter (Rasmussen and Williams, "Gaussian Processes for Machine
 * Learning", 2006, equation 4.17): scale · (1 + a + a²/3) e^(−a) with a² = 5 r². A constant is added, which stands for a
 * mean that is not known (their section 2.7): what lies far from all trials is not expected to be as good as these are.
 *
 * <p>What counts is a trial's loss at the last epoch. Earlier ones differ from it by a process of their own, which fades
 * linearly: scale = variance + early variance · (1 − s) (1 − s') for levels s and s' (the linear truncated kernel of Wu et
 * al., "Practical Multi-fidelity Bayesian Optimization for Hyperparameter Tuning", arXiv 1903.04703, of order 0 and with
 * one set of length scales for both). So the likelihood decides how far early losses tell late ones.
 */
final class Kernel {
    /** Of the unknown mean; targets have variance 1. */
    static final double MEAN_VARIANCE = 4;

    private static final double ROOT_5 = 2.23606797749979;

    private final Features features;
    private final double variance;
    private final double earlyVariance;
    /** By feature: one over the squared length scale. */
    private final double[] weights;

    Kernel(Features features, Hyperparameters hyperparameters) {
        this.features = features;
        this.variance = hyperparameters.variance();
        this.earlyVariance = hyperparameters.earlyVariance();
        this.weights = new double[features.size()];
        for (int f = 0; f < weights.length; f++) {
            double length = hyperparameters.length(features.dimension(f));
            weights[f] = 1 / (length * length);
        }
    }

    double weight(int f) {
        return weights[f];
    }

    /** Of the process at some level before anything is known. */
    double variance(double level) {
        return MEAN_VARIANCE + variance + early(level, level);
    }

    /** The part of the covariance at two levels, the mean's left out, that only early losses share, in [0, 1). */
    double earlyShare(double level, double other) {
        double early = early(level, other);
        return early / (variance + early);
    }

    private double early(double level, double other) {
        return earlyVariance * (1 - level) * (1 - other);
    }

    /**
     * Compares one point with many.
     *
     * @param values the features of the point and its level
     * @param columns [features + 1][points]
     * @param from only points from this one on are looked at
     * @param covariance overwritten
     * @param slope overwritten with minus the derivative of the covariance by r²
     */
    void row(double[] values, double[][] columns, int from, double[] covariance, double[] slope) {
        int n = covariance.length;
        Arrays.fill(covariance, from, n, 0);
        for (int f = 0; f < weights.length; f++) {
            addDistance(values[f], columns[f], f, from, covariance);
        }
        double level = values[weights.length];
        double[] levels = columns[weights.length];
        for (int j = from; j < n; j++) {
            double a = ROOT_5 * Math.sqrt(covariance[j]);
            double decay = (variance + early(level, levels[j])) * Exponential.exp(-a);
            covariance[j] = MEAN_VARIANCE + (1 + a + a * a * (1.0 / 3)) * decay;
            slope[j] = (5.0 / 6) * (1 + a) * decay;
        }
    }

    /**
     * The upper triangle of the covariance matrix of points, with noise on its diagonal.
     *
     * @param columns [features + 1][points]
     * @param slopes [points][points], upper triangle overwritten with minus the derivatives by r²
     */
    double[][] matrix(double[][] columns, double noise, double[][] slopes) {
        int n = slopes.length;
        double[][] matrix = new double[n][n];
        double[] values = new double[columns.length];
        for (int i = 0; i < n; i++) {
            for (int f = 0; f < values.length; f++) {
                values[f] = columns[f][i];
            }
            row(values, columns, i, matrix[i], slopes[i]);
            matrix[i][i] += noise;
        }
        return matrix;
    }

    private void addDistance(double value, double[] column, int f, int from, double[] sum) {
        double weight = weights[f];
        if (features.isCategory(f)) {
            for (int j = from; j < sum.length; j++) {
                sum[j] += column[j] == value ? 0 : weight;
            }
            return;
        }
        for (int j = from; j < sum.length; j++) {
            double difference = column[j] - value;
            sum[j] += weight * difference * difference;
        }
    }
}
