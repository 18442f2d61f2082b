package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.numeric.SymmetricEigen;
import io.sweepforge.search.sampler.support.HashedRandom;

/**
 * A multivariate normal distribution with covariance sigma² S C S, S the diagonal matrix of scales. Its axes are those
 * of C. Immutable.
 */
final class Gaussian {
    /** Shorter axes than this, compared with the longest, are rounding. */
    private static final double LEAST_RATIO = 1e-16;

    final double[] mean;
    final double sigma;
    /** What the margin of discrete parameters stretches them by. */
    final double[] scales;

    final double[][] covariance;
    private final double[][] axes;
    private final double[] roots;

    /** The arrays must not change any more. */
    Gaussian(double[] mean, double sigma, double[] scales, double[][] covariance) {
        this(mean, sigma, scales, covariance, new SymmetricEigen(covariance));
    }

    private Gaussian(double[] mean, double sigma, double[] scales, double[][] covariance, SymmetricEigen eigen) {
        this(mean, sigma, scales, covariance, eigen.vectors(), roots(eigen.values()));
    }

    private Gaussian(
            double[] mean, double sigma, double[] scales, double[][] covariance, double[][] axes, double[] roots) {
        this.mean = mean;
        this.sigma = sigma;
        this.scales = scales;
        this.covariance = covariance;
        this.axes = axes;
        this.roots = roots;
    }

    private static double[] roots(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        double[] roots = new double[values.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(Math.max(values[i], LEAST_RATIO * most));
        }
        return roots;
    }

    /** The same axes elsewhere. */
    Gaussian placed(double[] newMean, double[] newScales) {
        return new Gaussian(newMean, sigma, newScales, covariance, axes, roots);
    }

    int dimensions() {
        return mean.length;
    }

    double[] draw(HashedRandom random) {
        double[] stretched = new double[mean.length];
        for (int k = 0; k < stretched.length; k++) {
            stretched[k] = roots[k] * random.gaussian();
        }
        double[] point = new double[mean.length];
        for (int d = 0; d < point.length; d++) {
            double sum = 0;
            for (int k = 0; k < stretched.length; k++) {
                sum += axes[d][k] * stretched[k];
            }
            point[d] = mean[d] + sigma * scales[d] * sum;
        }
        return point;
    }

    /** The standard deviation of one coordinate. */
    double deviation(int d) {
        return sigma * scales[d] * Math.sqrt(Math.max(0, covariance[d][d]));
    }

    /** The square root of the mean variance of a coordinate. */
    double meanDeviation() {
        double sum = 0;
        for (int d = 0; d < mean.length; d++) {
            sum += deviation(d) * deviation(d);
        }
        return Math.sqrt(sum / mean.length);
    }

    /** How much longer the longest axis is than the shortest. */
    double axisRatio() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double root : roots) {
            least = Math.min(least, root);
            most = Math.max(most, root);
        }
        return most / least;
    }

    /** How far a coordinate is from the mean, in units of sigma and scale. */
    double step(int d, double coordinate) {
        return (coordinate - mean[d]) / (sigma * scales[d]);
    }

    /** C^(-1/2) times a vector. */
    double[] whiten(double[] step) {
        double[] white = new double[step.length];
        for (int k = 0; k < step.length; k++) {
            double along = 0;
            for (int d = 0; d < step.length; d++) {
                along += axes[d][k] * step[d];
            }
            for (int d = 0; d < step.length; d++) {
                white[d] += axes[d][k] * along / roots[k];
            }
        }
        return white;
    }
}
