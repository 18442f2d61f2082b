package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.support.HashedRandom;
import org.junit.jupiter.api.Test;

class GaussianTest {
    private static final double[][] C = {{1, 0.6}, {0.6, 2}};

    private final Gaussian gaussian = new Gaussian(new double[] {0.3, 0.6}, 0.2, new double[] {1, 0.5}, C);

    @Test
    void drawsWithItsMeanAndCovariance() {
        HashedRandom random = new HashedRandom(2, 0, 0);
        double[] sum = new double[2];
        double[][] products = new double[2][2];
        int draws = 40_000;
        for (int i = 0; i < draws; i++) {
            double[] drawn = gaussian.draw(random);
            for (int d = 0; d < 2; d++) {
                sum[d] += drawn[d] / draws;
                for (int e = 0; e < 2; e++) {
                    products[d][e] += (drawn[d] - gaussian.mean[d]) * (drawn[e] - gaussian.mean[e]) / draws;
                }
            }
        }
        assertThat(sum).containsExactly(gaussian.mean, within(0.005));
        assertThat(products[0]).containsExactly(new double[] {0.04, 0.012}, within(0.001));
        assertThat(products[1]).containsExactly(new double[] {0.012, 0.02}, within(0.001));
    }

    @Test
    void knowsHowFarItSpreads() {
        assertThat(gaussian.deviation(0)).isCloseTo(0.2, within(1e-12));
        assertThat(gaussian.deviation(1)).isCloseTo(Math.sqrt(0.02), within(1e-12));
        assertThat(gaussian.meanDeviation()).isCloseTo(Math.sqrt(0.03), within(1e-12));
    }

    @Test
    void whitensByTheRootOfTheInverse() {
        assertThat(gaussian.whiten(gaussian.whiten(C[0]))).containsExactly(new double[] {1, 0}, within(1e-12));
        assertThat(gaussian.whiten(gaussian.whiten(C[1]))).containsExactly(new double[] {0, 1}, within(1e-12));
    }
}
