package io.sweepforge.search.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {
    @ParameterizedTest
    @CsvSource({
        "-30, 4.906713927148187e-198",
        "-10, 7.61985302416047e-24",
        "-3, 1.349898031630094e-3",
        "-2.4, 8.19753592459613e-3",
        "-1, 0.158655253931457",
        "0, 0.5",
        "1.96, 0.975002104851779",
        "6, 0.999999999013412"
    })
    void cumulativeAgreesWithTables(double z, double expected) {
        assertThat(Normal.cumulative(z)).isCloseTo(expected, within(1e-12 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "-1000, -500007.826694812",
        "-30, -454.321243952",
        "-2.4, -4.803922",
        "0, -0.693147181",
        "3, -0.001350810"
    })
    void logCumulativeAgreesWithTables(double z, double expected) {
        assertThat(Normal.logCumulative(z)).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.1, 0.5, 0.9, 0.999})
    void quantileIsTheInverse(double p) {
        assertThat(Normal.cumulative(Normal.quantile(p))).isCloseTo(p, within(1e-13));
    }

    @Test
    void densityIntegratesToTheCumulative() {
        double step = 1e-4;
        double slope = (Normal.cumulative(-2.5 + step) - Normal.cumulative(-2.5 - step)) / (2 * step);
        assertThat(slope).isCloseTo(Normal.density(-2.5), within(1e-8));
    }
}
