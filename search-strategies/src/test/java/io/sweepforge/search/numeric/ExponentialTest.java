package io.sweepforge.search.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void agreesWithTheLibraryOverTheWholeRange() {
        for (double x = -708; x <= 709; x += 0.0371) {
            double exact = StrictMath.exp(x);
            assertThat(Exponential.exp(x) / exact).as("exp(%s)", x).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void endsInZeroInfinityAndNaN() {
        assertThat(Exponential.exp(-800)).isZero();
        assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.exp(710)).isInfinite();
        assertThat(Exponential.exp(Double.NaN)).isNaN();
        assertThat(Exponential.exp(0)).isEqualTo(1);
    }
}
