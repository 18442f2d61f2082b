package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OutputScaleTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static double[] targets(double... losses) {
        OutputScale scale = new OutputScale(losses, Focus.NEAR);
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
    void keepsTheOrderAndTellsGoodLossesApartBest() {
        double[] targets = targets(0, 1, 2, 30, 31, 32);
        assertThat(targets).isSorted();
        assertThat(targets[1] - targets[0]).isGreaterThan(5 * (targets[4] - targets[3]));
    }

    @Test
    void doesNotCareHowBadOutliersAre() {
        assertThat(targets(0, 1, 2, 3, 1e6, 1e12)).isEqualTo(targets(0, 1, 2, 3, 1e300, INFINITE));
    }

    @Test
    void survivesEqualAndInfiniteLosses() {
        assertThat(targets(2, 2, 2)).containsExactly(0, 0, 0);
        assertThat(targets(INFINITE, INFINITE)).containsExactly(0, 0);
        assertThat(targets(5, INFINITE)).containsExactly(0, 0);
        assertThat(targets(1, 2, 3, INFINITE, INFINITE, INFINITE, INFINITE)).isSorted();
        assertThat(targets(1, 1, 1, 1, 7)[4]).isGreaterThan(1);
        assertThat(targets(-1e308, 1e308, 1e308)).doesNotContain(Double.NaN);
    }

    @Test
    void translatesBack() {
        double[] losses = {0, 1, 3, 4, 50};
        OutputScale scale = new OutputScale(losses, Focus.NEAR);
        for (double loss : losses) {
            assertThat(scale.loss(scale.target(loss))).isCloseTo(loss, within(1e-9));
        }
        assertThat(scale.loss(scale.target(0) - 0.1)).isLessThan(0);
    }

    @Test
    void theWideFocusTellsBadLossesApartToo() {
        double[] losses = {0, 0.001, 0.002, 0.003, 1, 2, 3};
        OutputScale near = new OutputScale(losses, Focus.NEAR);
        OutputScale wide = new OutputScale(losses, Focus.WIDE);
        assertThat(near.target(3) - near.target(1)).isLessThan(0.1);
        assertThat(wide.target(3) - wide.target(1)).isGreaterThan(0.5);
    }

    @Test
    void everySecondTrialLooksWideAfterTenPerParameter() {
        assertThat(Focus.of(39, 3)).isEqualTo(Focus.NEAR);
        assertThat(Focus.of(40, 3)).isEqualTo(Focus.NEAR);
        assertThat(Focus.of(41, 3)).isEqualTo(Focus.WIDE);
    }

    @Test
    void theUnitIsTheSpreadOfTheBetterHalfOrOfNearlyAll() {
        double[] losses = {1, 2, 3, 10, 20};
        assertThat(Focus.NEAR.spread(losses)).isCloseTo(Math.sqrt(5 / 3.0), within(1e-12));
        assertThat(Focus.WIDE.spread(losses)).isEqualTo(9);
        assertThat(Focus.NEAR.spread(new double[] {1, 1, 1, 1, 7})).isEqualTo(3);
        assertThat(Focus.NEAR.spread(new double[] {4, 4})).isEqualTo(1);
    }
}
