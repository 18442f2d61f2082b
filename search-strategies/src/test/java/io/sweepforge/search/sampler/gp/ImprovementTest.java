package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImprovementTest {
    private static double log(double mean, double deviation) {
        return Improvement.of(0, mean, deviation).log();
    }

    @Test
    void isTheDensityWhenThePredictionEqualsTheBest() {
        assertThat(Improvement.of(3, 3, 2).expected()).isCloseTo(2 * 0.3989422804014327, within(1e-12));
    }

    @Test
    void isTheGainWhenItIsCertain() {
        assertThat(Improvement.of(3, 1, 1e-3).expected()).isCloseTo(2, within(1e-12));
    }

    @Test
    void isFiniteFarInTheTail() {
        // h(z) tends to φ(z) / z².
        double z = 1e5;
        double expected = -0.5 * z * z - 0.9189385332046727 - 2 * Math.log(z);
        assertThat(log(z, 1)).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    }

    @Test
    void hasNoJumpWhereTheBranchesMeet() {
        assertThat(log(3 - 1e-9, 1)).isCloseTo(log(3 + 1e-9, 1), within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5, 0, 1, 2.9, 3.1, 8, 200})
    void gradientAgreesWithDifferences(double mean) {
        double step = 1e-5;
        Improvement improvement = Improvement.of(0, mean, 0.8);
        double byMean = (log(mean + step, 0.8) - log(mean - step, 0.8)) / (2 * step);
        double byDeviation = (log(mean, 0.8 + step) - log(mean, 0.8 - step)) / (2 * step);
        assertThat(improvement.byMean()).isCloseTo(byMean, within(1e-5 * (1 + Math.abs(byMean))));
        assertThat(improvement.byDeviation()).isCloseTo(byDeviation, within(1e-5 * (1 + Math.abs(byDeviation))));
    }
}
