package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OutputScaleTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static double[] targets(double... losses) {
        OutputScale scale = OutputScale.of(losses);
        return Arrays.stream(losses).map(scale::target).toArray();
    }

    @Test
    void hasMeanZeroAndVarianceOne() {
        double[] targets = targets(3, 1, 4, 1, 5, 9, 2, 6);
        assertThat(Arrays.stream(targets).average().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(targets).map(t -> t * t).average().orElseThrow())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void keepsTheBetterHalfLinear() {
        double[] targets = targets(0, 1, 3, 4, 5, 6);
        assertThat(targets[2] - targets[1]).isCloseTo(2 * (targets[1] - targets[0]), within(1e-12));
    }

    @Test
    void doesNotCareHowBadOutliersAre() {
        assertThat(targets(0, 1, 2, 3, 1e6, 1e12)).isEqualTo(targets(0, 1, 2, 3, 4, INFINITE));
    }

    @Test
    void survivesEqualAndInfiniteLosses() {
        assertThat(targets(2, 2, 2)).containsExactly(0, 0, 0);
        assertThat(targets(INFINITE, INFINITE)).containsExactly(0, 0);
        assertThat(targets(5, INFINITE, INFINITE, INFINITE)).isSorted().doesNotContain(Double.NaN);
        assertThat(targets(1, 2, 3, INFINITE, INFINITE, INFINITE, INFINITE)).isSorted();
    }

    @Test
    void translatesBack() {
        double[] losses = {0, 1, 3, 4, 50, 600};
        OutputScale scale = OutputScale.of(losses);
        for (double loss : losses) {
            assertThat(scale.loss(scale.target(loss))).isCloseTo(loss, within(1e-9));
        }
        double below = 2 * scale.target(0) - scale.target(1);
        assertThat(scale.loss(below)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void translatesBackToFiniteLossesOnly() {
        OutputScale scale = OutputScale.of(new double[] {1, 2, INFINITE, INFINITE});
        assertThat(scale.loss(5)).isFinite();
        assertThat(scale.loss(-5)).isLessThan(1);
        assertThat(OutputScale.of(new double[] {3, 3}).loss(1)).isEqualTo(3);
        assertThat(OutputScale.of(new double[] {3, INFINITE}).loss(1)).isEqualTo(3);
    }
}
