package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurrogateTest {
    private static final double[][] POINTS = points(40);

    private static double[][] points(int count) {
        HashedRandom random = new HashedRandom(3, 0, 0);
        return IntStream.range(0, count)
                .mapToObj(i -> new double[] {random.gaussian(), random.gaussian(), random.gaussian()})
                .toArray(double[][]::new);
    }

    private static double[] losses(ToDoubleFunction<double[]> loss) {
        return Arrays.stream(POINTS).mapToDouble(loss).toArray();
    }

    private static double bowl(double[] x) {
        return 7 + 1e-6 * (x[0] * x[0] + 2 * x[1] * x[1] + x[2] * x[2] + x[0] * x[2]);
    }

    @Test
    void guessesABowlWhateverItsUnit() {
        Surrogate surrogate = Surrogate.of(POINTS, losses(SurrogateTest::bowl)).orElseThrow();
        double[] middle = {0.1, 0, -0.1};
        assertThat(surrogate.agreement()).isGreaterThan(0.95);
        assertThat(surrogate.loss(middle)).isCloseTo(bowl(middle), within(1e-7));
    }

    @Test
    void guessesWhatIsNotQuadraticToo() {
        Surrogate surrogate = Surrogate.of(POINTS, losses(x -> Math.sin(1.5 * x[0]) + 0.1 * x[1]))
                .orElseThrow();
        assertThat(surrogate.loss(new double[] {-1, 0, 0})).isLessThan(surrogate.loss(new double[] {1, 0, 0}));
        assertThat(surrogate.loss(new double[] {-1, 0, 0})).isLessThan(surrogate.loss(new double[] {-2, 0, 0}));
    }

    @Test
    void isNotTrustedWithLossesThatFollowNothing() {
        HashedRandom random = new HashedRandom(5, 0, 0);
        assertThat(Surrogate.of(POINTS, losses(x -> random.gaussian()))).isEmpty();
    }

    @Test
    void isNotTrustedWhenTheLatestTrialsAreOutOfOrder() {
        double[] losses = losses(SurrogateTest::bowl);
        HashedRandom random = new HashedRandom(6, 0, 0);
        IntStream.range(0, 20).forEach(i -> losses[i] = 7 + 1e-5 * random.unit());
        assertThat(Surrogate.of(POINTS, losses)).isEmpty();
        double[] earlier = losses(SurrogateTest::bowl);
        IntStream.range(32, 40).forEach(i -> earlier[i] = 7 + 1e-5 * random.unit());
        assertThat(Surrogate.of(POINTS, earlier)).isPresent();
    }

    @Test
    void needsLossesThatDiffer() {
        assertThat(Surrogate.of(POINTS, losses(x -> 3))).isEmpty();
    }

    @Test
    void bearsLossesOfAnySize() {
        double[] losses = losses(SurrogateTest::bowl);
        losses[5] = 1e300;
        losses[6] = Double.MAX_VALUE;
        assertThat(Surrogate.of(POINTS, losses).orElseThrow().loss(new double[3]))
                .isCloseTo(7, within(1e-6));
        assertThat(Surrogate.of(POINTS, losses(x -> x[0] < 0 ? -Double.MAX_VALUE : Double.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void countsPairsInOrder() {
        double[] a = {1, 2, 3, 4};
        assertThat(Surrogate.agreement(a, new double[] {2, 5, 6, 9})).isEqualTo(1);
        assertThat(Surrogate.agreement(a, new double[] {4, 3, 2, 1})).isEqualTo(-1);
        assertThat(Surrogate.agreement(a, new double[] {1, 2, 4, 3})).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(Surrogate.agreement(a, new double[] {1, 1, 1, 1})).isZero();
        assertThat(Surrogate.agreement(new double[] {1}, new double[] {1})).isZero();
    }
}
