package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.numeric.Cholesky;
import java.util.Arrays;
import java.util.Optional;

/**
 * Gaussian process regression with a given kernel and mean 0.
 *
 * @param weights of the trials' kernels in a prediction
 * @param error with which each trial is predicted from the others, root of the mean square (Rasmussen and Williams, 2006,
 *     equation 5.12)
 */
record Regression(double[] weights, double error) {
    /**
     * Fits targets.
     *
     * @param kernel [n][n], of which the upper triangle is read
     * @param noise variance, beside the kernel's 1
     * @return empty when the matrix is singular to working precision
     */
    static Optional<Regression> fit(double[][] kernel, double noise, double[] targets) {
        double[][] matrix = Arrays.stream(kernel).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] += noise;
        }
        return Cholesky.of(matrix).map(factor -> of(factor.inverseFactor(), targets));
    }

    private static Regression of(double[][] inverseFactor, double[] targets) {
        double[] weights = Cholesky.solve(inverseFactor, targets);
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            double precision = 0;
            for (int k = i; k < weights.length; k++) {
                precision += inverseFactor[k][i] * inverseFactor[k][i];
            }
            squares += weights[i] / precision * (weights[i] / precision);
        }
        return new Regression(weights, Math.sqrt(squares / weights.length));
    }
}
