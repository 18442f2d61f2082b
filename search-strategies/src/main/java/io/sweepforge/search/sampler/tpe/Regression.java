package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.numeric.KernelRegression;
import java.util.Arrays;
import java.util.Optional;

/**
 * Gaussian process regression with a given kernel and mean 0.
 *
 * @param weights of the trials' kernels in a prediction
 * @param error with which each trial is predicted from the others, root of the mean square
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
        return KernelRegression.fit(matrix, targets)
                .map(fit -> new Regression(fit.weights(), rootMeanSquare(fit.errors())));
    }

    private static double rootMeanSquare(double[] errors) {
        double squares = 0;
        for (double error : errors) {
            squares += error * error;
        }
        return Math.sqrt(squares / errors.length);
    }
}
