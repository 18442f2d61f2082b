package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingTest {
    private static final double NOISE = 0.09;

    private static double log(double mean, double deviation) {
        return Passing.of(0, mean, deviation, NOISE).log();
    }

    @Test
    void isOneHalfAtTheThreshold() {
        assertThat(Passing.of(2, 2, 0.4, NOISE).log()).isCloseTo(Math.log(0.5), within(1e-12));
    }

    @Test
    void noiseMakesItLessCertain() {
        assertThat(Passing.of(0, -1, 0.4, 0).log()).isGreaterThan(log(-1, 0.4));
        assertThat(log(-1, 0.4)).isCloseTo(Math.log(0.9772498680518208), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, -1, 0, 1, 3, 40})
    void gradientAgreesWithDifferences(double mean) {
        double step = 1e-5;
        Passing passing = Passing.of(0, mean, 0.8, NOISE);
        double byMean = (log(mean + step, 0.8) - log(mean - step, 0.8)) / (2 * step);
        double byDeviation = (log(mean, 0.8 + step) - log(mean, 0.8 - step)) / (2 * step);
        assertThat(passing.byMean()).isCloseTo(byMean, within(1e-5 * (1 + Math.abs(byMean))));
        assertThat(passing.byDeviation()).isCloseTo(byDeviation, within(1e-5 * (1 + Math.abs(byDeviation))));
    }
}
