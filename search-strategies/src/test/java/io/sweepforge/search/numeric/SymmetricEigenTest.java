package io.sweepforge.search.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void rebuildsTheMatrixFromOrthogonalVectors(int n) {
        double[][] matrix = random(n);
        SymmetricEigen eigen = new SymmetricEigen(matrix);
        double[][] vectors = eigen.vectors();
        double[] values = eigen.values();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double rebuilt = 0;
                double product = 0;
                for (int k = 0; k < n; k++) {
                    rebuilt += vectors[i][k] * values[k] * vectors[j][k];
                    product += vectors[k][i] * vectors[k][j];
                }
                assertThat(rebuilt).isCloseTo(matrix[i][j], within(1e-12));
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13));
            }
        }
    }

    @Test
    void findsKnownValues() {
        SymmetricEigen eigen = new SymmetricEigen(new double[][] {{2, 1}, {1, 2}});
        double[] sorted = eigen.values();
        Arrays.sort(sorted);
        assertThat(sorted).containsExactly(new double[] {1, 3}, within(1e-15));
    }

    @Test
    void leavesADiagonalMatrixAlone() {
        SymmetricEigen eigen = new SymmetricEigen(new double[][] {{3, 0}, {0, -1}});
        assertThat(eigen.values()).containsExactly(3, -1);
        assertThat(eigen.vectors()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    }

    private static double[][] random(int n) {
        HashedRandom random = new HashedRandom(n, 0, 0);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.gaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
