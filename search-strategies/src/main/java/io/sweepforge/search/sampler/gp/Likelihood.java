package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Cholesky;
import io.sweepforge.search.numeric.Lbfgs;
import java.util.Arrays;
import java.util.Optional;

/**
 * Minus the logarithm of the posterior density of hyperparameters, up to a constant: the marginal likelihood and its
 * gradient as in Rasmussen and Williams (2006), equations 5.8 and 5.9, and the prior.
 */
final class Likelihood implements Lbfgs.Function {
    private final Features features;
    private final double[][] columns;
    private final double[] targets;
    private final Prior prior;

    /** @param columns [features + 1][targets] */
    Likelihood(Features features, double[][] columns, double[] targets, Prior prior) {
        this.features = features;
        this.columns = columns;
        this.targets = targets;
        this.prior = prior;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        int n = targets.length;
        Hyperparameters at = new Hyperparameters(logs);
        Kernel kernel = new Kernel(features, at);
        double[][] slopes = new double[n][n];
        double[][] covariances = kernel.matrix(columns, at.noise(), slopes);
        Optional<Cholesky> factor =
                Cholesky.of(Arrays.stream(covariances).map(double[]::clone).toArray(double[][]::new));
        if (factor.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] inverseFactor = factor.get().inverseFactor();
        double[] alpha = Cholesky.solve(inverseFactor, targets);
        double[][] weights = Cholesky.inverse(inverseFactor);
        double squares = 0;
        double trace = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                weights[i][j] -= alpha[i] * alpha[j];
                sum += (i == j ? 1 : 2) * weights[i][j];
            }
            squares += targets[i] * alpha[i];
            trace += weights[i][i];
        }
        Arrays.fill(gradient, 0);
        double early = early(kernel, weights, covariances, at.noise());
        double both = n - squares - at.noise() * trace - Kernel.MEAN_VARIANCE * sum;
        gradient[at.varianceIndex()] = 0.5 * (both - early);
        gradient[at.earlyVarianceIndex()] = 0.5 * early;
        addLengths(kernel, weights, slopes, gradient);
        gradient[at.noiseIndex()] = 0.5 * at.fittedNoise() * trace;
        return 0.5 * (squares + factor.get().logDeterminant()) + prior.addTo(logs, gradient);
    }

    /** Σ weights · ∂k / ∂ ln(early variance), over all pairs. */
    private double early(Kernel kernel, double[][] weights, double[][] covariances, double noise) {
        double[] levels = columns[features.size()];
        double sum = 0;
        for (int i = 0; i < levels.length; i++) {
            for (int j = i; j < levels.length; j++) {
                double covariance = covariances[i][j] - Kernel.MEAN_VARIANCE - (i == j ? noise : 0);
                double derivative = kernel.earlyShare(levels[i], levels[j]) * covariance;
                sum += (i == j ? 1 : 2) * weights[i][j] * derivative;
            }
        }
        return sum;
    }

    /**
     * Adds the derivatives by the logarithms of the length scales.
     *
     * @param weights upper triangle of K⁻¹ − α αᵀ; overwritten
     * @param slopes upper triangle of −∂k/∂r²
     */
    private void addLengths(Kernel kernel, double[][] weights, double[][] slopes, double[] gradient) {
        for (int i = 0; i < targets.length; i++) {
            double[] products = weights[i];
            for (int j = i + 1; j < products.length; j++) {
                products[j] *= slopes[i][j];
            }
            for (int f = 0; f < features.size(); f++) {
                gradient[features.dimension(f)] += 2 * kernel.weight(f) * distances(products, f, i);
            }
        }
    }

    /** Σ products[j] · (squared distance of points i and j in one feature), over j > i. */
    private double distances(double[] products, int f, int i) {
        double[] column = columns[f];
        boolean category = features.isCategory(f);
        double sum = 0;
        for (int j = i + 1; j < products.length; j++) {
            double difference = column[j] - column[i];
            double squared = category ? (difference == 0 ? 0 : 1) : difference * difference;
            sum += products[j] * squared;
        }
        return sum;
    }
}
