package io.sweepforge.search.sampler.sobol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolSequenceTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -7, Long.MAX_VALUE})
    void everyCoordinateOfAPrefixFillsEachOfItsCellsOnce(long seed) {
        SobolSequence sequence = new SobolSequence(SobolSequence.EXACT_DIMENSIONS, seed);
        int count = 256;
        for (int d = 0; d < SobolSequence.EXACT_DIMENSIONS; d++) {
            int dimension = d;
            int[] cells = IntStream.range(0, count)
                    .map(i -> (int) (sequence.point(i)[dimension] * count))
                    .sorted()
                    .toArray();
            assertThat(cells)
                    .as("dimension %d", d)
                    .isEqualTo(IntStream.range(0, count).toArray());
        }
    }

    /** The first two dimensions are a (0, 2)-sequence: 2^k points, one in every box of volume 2^-k. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3, 99})
    void everyBoxOfTheFirstTwoDimensionsHasItsShare(long seed) {
        SobolSequence sequence = new SobolSequence(2, seed);
        int bits = 7;
        for (int wide = 0; wide <= bits; wide++) {
            int columns = 1 << wide;
            int rows = 1 << (bits - wide);
            int[] boxes = IntStream.range(0, 1 << bits)
                    .map(i -> {
                        double[] point = sequence.point(i);
                        return (int) (point[0] * columns) * rows + (int) (point[1] * rows);
                    })
                    .sorted()
                    .toArray();
            assertThat(boxes).isEqualTo(IntStream.range(0, 1 << bits).toArray());
        }
    }

    @Test
    void isTheSequenceOfJoeAndKuoBeforeScrambling() {
        assertThat(DirectionNumbers.of(0)).startsWith(1 << 31, 1 << 30, 1 << 29, 1 << 28);
        assertThat(DirectionNumbers.of(1)).startsWith(1 << 31, 3 << 30, 5 << 29, 15 << 28);
        assertThat(DirectionNumbers.of(6)).startsWith(1 << 31, 3 << 30, 5 << 29, 13 << 28);
    }

    @Test
    void integratesFarBetterThanRandomPoints() {
        double sobol = 0;
        double random = 0;
        for (int seed = 0; seed < 20; seed++) {
            SobolSequence sequence = new SobolSequence(6, seed);
            Random numbers = new Random(seed);
            sobol += Math.pow(meanOfProduct(i -> sequence.point(i)), 2);
            random += Math.pow(meanOfProduct(i -> numbers.doubles(6).toArray()), 2);
        }
        assertThat(sobol).isLessThan(random / 50);
    }

    /** Its integral is 0. */
    private static double meanOfProduct(IntFunction<double[]> points) {
        ToDoubleFunction<double[]> product =
                point -> Arrays.stream(point).map(x -> 1 + 0.5 * (x - 0.5)).reduce(1, (a, b) -> a * b) - 1;
        return IntStream.range(0, 512)
                .mapToObj(points)
                .mapToDouble(product)
                .average()
                .orElseThrow();
    }

    @Test
    void everyPointIsUniformOverSeedsAndIndependentOfTheNext() {
        double[] firsts = new double[4_000];
        double product = 0;
        for (int seed = 0; seed < firsts.length; seed++) {
            SobolSequence sequence = new SobolSequence(3, seed);
            firsts[seed] = sequence.point(0)[2];
            product += (sequence.point(0)[0] - 0.5) * (sequence.point(0)[1] - 0.5) / firsts.length;
        }
        Arrays.sort(firsts);
        assertThat(firsts[1_000]).isCloseTo(0.25, within(0.03));
        assertThat(firsts[2_000]).isCloseTo(0.5, within(0.03));
        assertThat(firsts[3_000]).isCloseTo(0.75, within(0.03));
        assertThat(product).isCloseTo(0, within(0.005));
    }

    @Test
    void coordinatesBeyondTheTableAreRandomAndRepeatable() {
        int dimensions = SobolSequence.EXACT_DIMENSIONS + 20;
        double[] point = new SobolSequence(dimensions, 5).point(17);
        assertThat(point).hasSize(dimensions).isEqualTo(new SobolSequence(dimensions, 5).point(17));
        assertThat(Arrays.stream(point).distinct().count()).isEqualTo(dimensions);
        assertThat(point).startsWith(new SobolSequence(3, 5).point(17));
    }

    @Test
    void refusesWhatIsNoDimensionOrIndex() {
        assertThatThrownBy(() -> new SobolSequence(0, 1)).hasMessage("dimensions: must be at least 1, was 0");
        SobolSequence sequence = new SobolSequence(1, 1);
        assertThatThrownBy(() -> sequence.point(-1)).hasMessage("index: must be at least 0, was -1");
    }
}
