package io.sweepforge.search.numeric;

import java.util.Arrays;

/** Products of a lower triangular matrix, which is kept together with its transpose so that both read whole rows. */
public final class Triangle {
    private final int n;
    private final double[][] lower;
    private final double[][] upper;

    /** @param lower [n][n], zero above the diagonal; kept */
    public Triangle(double[][] lower) {
        this.n = lower.length;
        this.lower = lower;
        this.upper = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                upper[j][i] = lower[i][j];
            }
        }
    }

    /** product = L x. */
    public void times(double[] x, double[] product) {
        Arrays.fill(product, 0);
        Rows.addUpper(product, x, upper, 0, n, n);
    }

    /** product = Lᵀ x. */
    public void transposedTimes(double[] x, double[] product) {
        Arrays.fill(product, 0);
        Rows.addLower(product, x, lower, 0, n, 0);
    }
}
