package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {
    /** Computed by hand from the tutorial's table 1 for n = 10 and lambda = 10. */
    @Test
    void areTheTutorialsDefaults() {
        Rates rates = Rates.of(10, 10);
        assertThat(rates.selected()).isEqualTo(5);
        assertThat(rates.weights()[0]).isCloseTo(0.45627, within(1e-5));
        assertThat(rates.effective()).isCloseTo(3.16730, within(1e-5));
        assertThat(rates.sigmaPath()).isCloseTo(0.28442, within(1e-5));
        assertThat(rates.damping()).isCloseTo(1.28442, within(1e-5));
        assertThat(rates.covariancePath()).isCloseTo(0.29499, within(1e-5));
        assertThat(rates.rankOne()).isCloseTo(0.01528, within(1e-5));
        assertThat(rates.rankMu()).isCloseTo(0.02356, within(1e-5));
        assertThat(rates.expectedLength()).isCloseTo(3.08473, within(1e-5));
    }

    /** Each is the least of the three bounds of equation 53 once. */
    @ParameterizedTest
    @CsvSource({"10, 10, 1.648946", "3, 6, 2.207324", "1, 12, 1.203866"})
    void takeAwayTheLeastOfThreeBounds(int n, int members, double expected) {
        Rates rates = Rates.of(n, members);
        double negative = -Arrays.stream(rates.weights()).skip(rates.selected()).sum();
        assertThat(negative).isCloseTo(expected, within(1e-6));
    }

    @Test
    void dampMoreWhenMembersAreMany() {
        assertThat(Rates.of(2, 100).damping()).isCloseTo(5.736861, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 3", "6, 9", "6, 4", "40, 15", "3, 1000"})
    void addToOneAndTakeAwayLessThanTheyMay(int n, int members) {
        Rates rates = Rates.of(n, members);
        assertThat(Arrays.stream(rates.weights()).limit(rates.selected()).sum()).isCloseTo(1, within(1e-12));
        assertThat(rates.weights()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        double negative = -Arrays.stream(rates.weights()).skip(rates.selected()).sum();
        assertThat(negative * n * rates.rankMu()).isBetween(-1e-12, 1 - rates.rankOne() - rates.rankMu() + 1e-12);
        assertThat(rates.rankOne() + rates.rankMu()).isBetween(0.0, 1.0);
    }
}
