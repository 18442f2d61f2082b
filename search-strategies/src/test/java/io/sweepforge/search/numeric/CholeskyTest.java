package io.sweepforge.search.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Sizes below, at and beyond the four rows that are worked on at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 8, 14})
    void invertsMatricesOfAnySize(int n) {
        HashedRandom random = new HashedRandom(n, 0, 0);
        double[][] factor = lowerTriangle(n, random);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    matrix[i][j] += factor[i][k] * factor[j][k];
                }
            }
        }
        double[] x = vector(n, random);
        double[] b = product(matrix, x);
        assertThat(Cholesky.solve(Cholesky.of(matrix).orElseThrow().inverseFactor(), b))
                .containsExactly(x, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 8, 14})
    void triangleMultipliesByItselfAndItsTranspose(int n) {
        HashedRandom random = new HashedRandom(n, 1, 0);
        double[][] lower = lowerTriangle(n, random);
        double[][] transposed = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j][i] = lower[i][j];
            }
        }
        double[] x = vector(n, random);
        Triangle triangle = new Triangle(lower);
        double[] product = vector(n, random);
        triangle.times(x, product);
        assertThat(product).containsExactly(product(lower, x), within(1e-12));
        triangle.transposedTimes(x, product);
        assertThat(product).containsExactly(product(transposed, x), within(1e-12));
    }

    private static double[][] lowerTriangle(int n, HashedRandom random) {
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                lower[i][j] = random.gaussian();
            }
            lower[i][i] = 1 + random.unit();
        }
        return lower;
    }

    private static double[] vector(int n, HashedRandom random) {
        return IntStream.range(0, n).mapToDouble(i -> random.gaussian()).toArray();
    }

    private static double[] product(double[][] matrix, double[] x) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> IntStream.range(0, x.length)
                        .mapToDouble(i -> row[i] * x[i])
                        .sum())
                .toArray();
    }
}
