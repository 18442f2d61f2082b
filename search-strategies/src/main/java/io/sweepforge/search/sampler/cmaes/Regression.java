package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.numeric.KernelRegression;
import java.util.Optional;

/** A function of points from its values at some of them. */
final class Regression {
    /** How much the function varies, compared with the unit of its values, and what is added for its level. */
    private static final double VARIANCE = 9;

    private static final double LEVEL = 4;

    private final Kernel kernel;
    private final double[][] points;
    private final double[] coefficients;
    private final double[] withoutOwn;

    private Regression(Kernel kernel, double[][] points, double[] coefficients, double[] withoutOwn) {
        this.kernel = kernel;
        this.points = points;
        this.coefficients = coefficients;
        this.withoutOwn = withoutOwn;
    }

    /**
     * Fits the function.
     *
     * @param points [points][dimensions]
     * @param deviations by how much each value may be off, positive
     * @return empty when numbers are too large to compute with
     */
    static Optional<Regression> of(Kernel kernel, double[][] points, double[] values, double[] deviations) {
        int n = points.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                covariance[i][j] = covariance(kernel, points[i], points[j]);
            }
            covariance[i][i] += deviations[i] * deviations[i];
        }
        return KernelRegression.fit(covariance, values)
                .map(fit -> new Regression(kernel, points, fit.weights(), difference(values, fit.errors())));
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double covariance(Kernel kernel, double[] a, double[] b) {
        return VARIANCE * (LEVEL + kernel.of(a, b));
    }

    /** What is expected at each of the points from the values of all others. */
    double[] withoutOwn() {
        return withoutOwn;
    }

    double at(double[] point) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += coefficients[i] * covariance(kernel, points[i], point);
        }
        return sum;
    }
}
