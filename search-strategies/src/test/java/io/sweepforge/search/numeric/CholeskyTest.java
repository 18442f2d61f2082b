package io.sweepforge.search.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    /** A = UᵀU with U = [[2, 1, 3], [0, 1, 2], [0, 0, 4]]. */
    private static double[][] matrix() {
        return new double[][] {{4, 2, 6}, {2, 2, 5}, {6, 5, 29}};
    }

    @Test
    void knowsTheDeterminant() {
        assertThat(Cholesky.of(matrix()).orElseThrow().logDeterminant()).isCloseTo(Math.log(64), within(1e-13));
    }

    @Test
    void readsTheUpperTriangleOnly() {
        double[][] matrix = matrix();
        matrix[2][0] = Double.NaN;
        assertThat(Cholesky.of(matrix).orElseThrow().logDeterminant()).isCloseTo(Math.log(64), within(1e-13));
    }

    @Test
    void invertsAndSolves() {
        double[][] inverseFactor = Cholesky.of(matrix()).orElseThrow().inverseFactor();
        double[][] inverse = Cholesky.inverse(inverseFactor);
        for (int i = 0; i < 3; i++) {
            double[] unit = new double[3];
            unit[i] = 1;
            double[] column = Cholesky.solve(inverseFactor, unit);
            for (int j = 0; j < 3; j++) {
                assertThat(column[j]).isCloseTo(inverse[Math.min(i, j)][Math.max(i, j)], within(1e-13));
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    product += matrix()[j][k] * column[k];
                }
                assertThat(product).isCloseTo(unit[j], within(1e-13));
            }
        }
    }

    @Test
    void refusesAnIndefiniteMatrix() {
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
    }

    @Test
    void triangleMultipliesByItselfAndItsTranspose() {
        Triangle triangle = new Triangle(new double[][] {{2, 0}, {3, 5}});
        double[] product = new double[2];
        triangle.times(new double[] {1, 10}, product);
        assertThat(product).containsExactly(2, 53);
        triangle.transposedTimes(new double[] {1, 10}, product);
        assertThat(product).containsExactly(32, 50);
    }
}
