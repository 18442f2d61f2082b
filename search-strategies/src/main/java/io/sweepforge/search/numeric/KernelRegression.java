package io.sweepforge.search.numeric;

import java.util.Optional;

/**
 * What a Gaussian process of mean 0 learns from values at some points (Rasmussen and Williams, 2006).
 *
 * @param weights of the points' covariances in a prediction (equation 2.25)
 * @param errors each value less what the others predict there (equation 5.12)
 */
public record KernelRegression(double[] weights, double[] errors) {
    /**
     * Fits the values.
     *
     * @param covariance of the points, noise included, [n][n], of which the upper triangle is read; overwritten
     * @param values [n]
     * @return empty when the covariance is not positive definite to working precision
     */
    public static Optional<KernelRegression> fit(double[][] covariance, double[] values) {
        return Cholesky.of(covariance).map(factor -> of(factor.inverseFactor(), values));
    }

    private static KernelRegression of(double[][] inverseFactor, double[] values) {
        double[] weights = Cholesky.solve(inverseFactor, values);
        double[][] inverse = Cholesky.inverse(inverseFactor);
        double[] errors = new double[values.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = weights[i] / inverse[i][i];
        }
        return new KernelRegression(weights, errors);
    }
}
