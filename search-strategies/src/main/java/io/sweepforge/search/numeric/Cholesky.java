package io.sweepforge.search.numeric;

import java.util.Optional;

/** The factor of a symmetric positive definite matrix A = UᵀU, [n][n]. */
public final class Cholesky {
    private final int n;
    private final double[][] upper;

    private Cholesky(double[][] upper) {
        this.n = upper.length;
        this.upper = upper;
    }

    /**
     * Factors a matrix.
     *
     * @param matrix [n][n], of which the upper triangle is read; becomes the factor
     * @return empty when it is not positive definite to working precision
     */
    public static Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = matrix[i];
            for (int k = 0; k < i; k++) {
                factors[k] = -matrix[k][i];
            }
            Rows.add(row, factors, matrix, 0, i, i, n);
            double pivot = row[i];
            if (!(pivot > 0)) {
                return Optional.empty();
            }
            Rows.scale(row, 1 / Math.sqrt(pivot), i, n);
        }
        return Optional.of(new Cholesky(matrix));
    }

    /** ln det A. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += StrictMath.log(upper[i][i]);
        }
        return 2 * sum;
    }

    /** U⁻ᵀ, lower triangular, [n][n]. */
    public double[][] inverseFactor() {
        double[][] inverse = new double[n][n];
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = inverse[i];
            row[i] = 1;
            for (int k = 0; k < i; k++) {
                factors[k] = -upper[k][i];
            }
            Rows.addLower(row, factors, inverse, 0, i, 0);
            Rows.scale(row, 1 / upper[i][i], 0, i + 1);
        }
        return inverse;
    }

    /**
     * The upper triangle of A⁻¹, [n][n].
     *
     * @param inverseFactor what {@link #inverseFactor} answered
     */
    public static double[][] inverse(double[][] inverseFactor) {
        int n = inverseFactor.length;
        double[][] inverse = new double[n][n];
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = i; k < n; k++) {
                factors[k] = inverseFactor[k][i];
            }
            Rows.addLower(inverse[i], factors, inverseFactor, i, n, i);
        }
        return inverse;
    }

    /**
     * A⁻¹ b.
     *
     * @param inverseFactor what {@link #inverseFactor} answered
     */
    public static double[] solve(double[][] inverseFactor, double[] b) {
        int n = b.length;
        double[] solution = new double[n];
        double[] products = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                products[i] += inverseFactor[i][j] * b[j];
            }
        }
        Rows.addLower(solution, products, inverseFactor, 0, n, 0);
        return solution;
    }
}
