package io.sweepforge.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LossFenceTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void isTheWorstLossWhereNoneWentAstray() {
        assertThat(LossFence.of(DoubleStream.of(3, 1, 2, 4))).isEqualTo(4);
    }

    @Test
    void isTwiceAsFarFromTheMedianAsTheBestWhereOneDid() {
        assertThat(LossFence.of(DoubleStream.of(1, 2, 3, 4, 1e9))).isEqualTo(3 + 2 * (3 - 1));
    }

    @Test
    void looksAtFiniteLossesOnly() {
        assertThat(LossFence.of(DoubleStream.of(NAN, 1, INFINITY, 2))).isEqualTo(2);
        assertThat(LossFence.of(DoubleStream.of(NAN, INFINITY))).isNaN();
    }

    @Test
    void bringsEverythingBeyondToTheFence() {
        assertThat(LossFence.clipped(new double[] {1, NAN, 2, 3, INFINITY, 1e9, 4}))
                .containsExactly(1, 7, 2, 3, 7, 7, 4);
    }
}
