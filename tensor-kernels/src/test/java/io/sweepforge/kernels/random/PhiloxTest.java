package io.sweepforge.kernels.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhiloxTest {
    /** The vectors of Random123's {@code kat_vectors} for philox4x32, 10 rounds. */
    @Test
    void givesTheKnownAnswersOfRandom123() {
        assertBlock(0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertBlock(-1, -1, -1, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertBlock(
                0x85a308d3_243f6a88L,
                0x03707344_13198a2eL,
                0x299f31d0_a4093822L,
                0xd16cfe09,
                0x94fdcceb,
                0x5001e420,
                0x24126ea1);
    }

    private static void assertBlock(long counterLow, long counterHigh, long key, int... expected) {
        int[] words = IntStream.range(0, 4)
                .map(lane -> Philox.word(key, counterHigh, 4 * counterLow + lane))
                .toArray();
        long[] halves = new long[2];
        Philox.block(counterLow, counterHigh, key, halves);
        assertThat(halves).containsExactly(pair(expected[0], expected[1]), pair(expected[2], expected[3]));
        if (counterLow == 0) {
            assertThat(words).containsExactly(expected);
        }
    }

    private static long pair(int low, int high) {
        return (low & 0xFFFFFFFFL) | ((long) high << 32);
    }

    @Test
    void fillsTheSameWordsAsItAnswersOneByOne() {
        int[] words = new int[11];
        Philox.words(5, 9, words, 10, new long[2]);
        assertThat(words[10]).isZero();
        for (int i = 0; i < 10; i++) {
            assertThat(words[i]).isEqualTo(Philox.word(5, 9, i));
        }
    }

    @Test
    void givesOtherNumbersForAnotherSeedStreamOrIndex() {
        int word = Philox.word(1, 2, 3);
        assertThat(Philox.word(2, 2, 3)).isNotEqualTo(word);
        assertThat(Philox.word(1, 3, 3)).isNotEqualTo(word);
        assertThat(Philox.word(1, 2, 4)).isNotEqualTo(word);
        assertThat(Streams.dropout(0, 1)).isNotEqualTo(Streams.dropout(1, 0));
    }

    /** 100,000 draws: five standard errors of the mean and of the variance. */
    @Test
    void drawsUniformAndNormalNumbersOfTheRightMoments() {
        double[] uniform = IntStream.range(0, 100_000)
                .mapToDouble(i -> Philox.uniform(3, 0, i))
                .toArray();
        double[] normal = IntStream.range(0, 100_000)
                .mapToDouble(i -> Philox.normal(3, 1, i))
                .toArray();
        assertThat(DoubleStream.of(uniform)).allMatch(value -> value >= 0 && value < 1);
        assertMoments(uniform, 0.5, 1.0 / 12, 0.005);
        assertMoments(normal, 0, 1, 0.025);
    }

    private static void assertMoments(double[] values, double mean, double variance, double tolerance) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value - mean;
            squares += (value - mean) * (value - mean);
        }
        assertThat(sum / values.length).isCloseTo(0, within(tolerance));
        assertThat(squares / values.length).isCloseTo(variance, within(tolerance));
    }

    @Test
    void permutesEveryRowOnceAndDifferentlyEachEpoch() {
        int[] first = permutation(7, 0, 1000);
        assertThat(IntStream.of(first).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        assertThat(permutation(7, 0, 1000)).isEqualTo(first);
        assertThat(permutation(7, 1, 1000)).isNotEqualTo(first);
        assertThat(permutation(7, 0, 0)).isEmpty();
    }

    /** Each of the 6 orders of 3 rows in 6,000 epochs: 1,000 within five standard errors. */
    @Test
    void drawsEveryOrderAboutEquallyOften() {
        int[] counts = new int[27];
        for (int epoch = 0; epoch < 6000; epoch++) {
            int[] order = permutation(11, epoch, 3);
            counts[9 * order[0] + 3 * order[1] + order[2]]++;
        }
        assertThat(IntStream.of(counts).filter(count -> count > 0))
                .hasSize(6)
                .allMatch(count -> Math.abs(count - 1000) < 145);
    }

    private static int[] permutation(long seed, long epoch, int n) {
        int[] order = new int[n];
        Philox.permutation(seed, epoch, order);
        return order;
    }
}
