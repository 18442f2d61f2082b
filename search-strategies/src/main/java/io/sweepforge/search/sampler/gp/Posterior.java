package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Cholesky;
import io.sweepforge.search.numeric.Triangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Gaussian process after it has seen targets at some points (Rasmussen and Williams 2006, algorithm 2.1). */
final class Posterior {
    private static final double LEAST_VARIANCE = 1e-14;

    private final Features features;
    private final Hyperparameters hyperparameters;
    private final Kernel kernel;
    private final List<double[]> points;
    private final double[] targets;
    private final double[][] columns;
    private final Triangle inverseFactor;
    private final double[] alpha;

    Posterior(Features features, Hyperparameters hyperparameters, List<double[]> points, double[] targets) {
        this.features = features;
        this.hyperparameters = hyperparameters;
        this.kernel = new Kernel(features, hyperparameters);
        this.points = points;
        this.targets = targets;
        this.columns = features.columns(points);
        double[][] inverse = factor().inverseFactor();
        this.inverseFactor = new Triangle(inverse);
        this.alpha = Cholesky.solve(inverse, targets);
    }

    /** With ten times the noise for every time that rounding made the matrix indefinite. */
    private Cholesky factor() {
        int n = targets.length;
        for (double noise = hyperparameters.noise(); ; noise *= 10) {
            var factor = Cholesky.of(kernel.matrix(columns, noise, new double[n][n]));
            if (factor.isPresent()) {
                return factor.get();
            }
        }
    }

    /**
     * The process if trials that are still running were to end as predicted (the kriging believer: Ginsbourger et al.,
     * 2010): the mean stays, the variance near them is gone.
     */
    Posterior believing(List<double[]> running) {
        if (running.isEmpty()) {
            return this;
        }
        List<double[]> all = new ArrayList<>(points);
        all.addAll(running);
        double[] believed = Arrays.copyOf(targets, all.size());
        for (int i = 0; i < running.size(); i++) {
            believed[targets.length + i] = at(running.get(i)).mean();
        }
        return new Posterior(features, hyperparameters, all, believed);
    }

    double length(int d) {
        return hyperparameters.length(d);
    }

    /** The variance of the noise. */
    double noise() {
        return hyperparameters.noise();
    }

    Prediction at(double[] point) {
        return new Prediction(features.of(point));
    }

    /** What the process says about one point, noise not counted. */
    final class Prediction {
        private final double[] values;
        private final double[] covariance = new double[targets.length];
        private final double[] slope = new double[targets.length];
        private final double[] whitened = new double[targets.length];
        private final double mean;
        private final double variance;

        private Prediction(double[] values) {
            this.values = values;
            kernel.row(values, columns, 0, covariance, slope);
            inverseFactor.times(covariance, whitened);
            double mean = 0;
            double explained = 0;
            for (int i = 0; i < covariance.length; i++) {
                mean += covariance[i] * alpha[i];
                explained += whitened[i] * whitened[i];
            }
            this.mean = mean;
            this.variance = Math.max(LEAST_VARIANCE, kernel.variance(values[features.size()]) - explained);
        }

        double mean() {
            return mean;
        }

        double deviation() {
            return Math.sqrt(variance);
        }

        /** By coordinates except the level, of a function whose derivatives by the mean and by the deviation are given. */
        double[] gradient(double byMean, double byDeviation) {
            double[] weights = new double[covariance.length];
            inverseFactor.transposedTimes(whitened, weights);
            double byVariance = byDeviation / (2 * deviation());
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -2 * slope[i] * (byMean * alpha[i] - 2 * byVariance * weights[i]);
            }
            double[] byFeature = new double[features.size()];
            for (int f = 0; f < byFeature.length; f++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * (values[f] - columns[f][i]);
                }
                byFeature[f] = kernel.weight(f) * sum;
            }
            return features.pullBack(values, byFeature);
        }
    }
}
