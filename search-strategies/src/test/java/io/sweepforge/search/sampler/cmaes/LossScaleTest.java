package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossScaleTest {
    @Test
    void measuresFromTheBestInUnitsOfAGoodOne() {
        LossScale scale = LossScale.of(new double[] {9, 5, 3, 7, 1000}).orElseThrow();
        assertThat(scale).isEqualTo(new LossScale(3, 2));
        assertThat(scale.distance(9)).isEqualTo(3);
        assertThat(scale.loss(-1)).isEqualTo(1);
    }

    @Test
    void takesTheNextBetterUnitWhenTheGoodOnesAreEqual() {
        assertThat(LossScale.of(new double[] {3, 3, 3, 4.5, 9})).contains(new LossScale(3, 1.5));
        assertThat(LossScale.of(new double[] {3, 3})).isEmpty();
    }

    @Test
    void stopsCountingFarOut() {
        assertThat(new LossScale(0, 1e-9).distance(1e9)).isEqualTo(1e6);
        assertThat(LossScale.of(new double[] {-1.7e308, 1.7e308})).isEmpty();
    }
}
