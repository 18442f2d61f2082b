package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegressionTest {
    private static final double[][] POINTS = points(20, 1);

    private static double[][] points(int count, long seed) {
        HashedRandom random = new HashedRandom(seed, 0, 0);
        return IntStream.range(0, count)
                .mapToObj(i -> new double[] {random.gaussian(), random.gaussian()})
                .toArray(double[][]::new);
    }

    private static double quadratic(double[] x) {
        return 1 + 2 * x[0] - x[1] + 3 * x[0] * x[0] - 2 * x[0] * x[1] + x[1] * x[1];
    }

    private static double[] values(double[][] points) {
        return Arrays.stream(points).mapToDouble(RegressionTest::quadratic).toArray();
    }

    private static double[] deviations(int count, double deviation) {
        return IntStream.range(0, count).mapToDouble(i -> deviation).toArray();
    }

    @Test
    void continuesAQuadraticFunctionFarOut() {
        Regression regression = Regression.of(Kernel.QUADRATIC, POINTS, values(POINTS), deviations(20, 1e-3))
                .orElseThrow();
        assertThat(regression.at(new double[] {4, -5})).isCloseTo(quadratic(new double[] {4, -5}), within(0.05));
    }

    @Test
    void bendsWhereAQuadraticFunctionCannot() {
        assertThat(worstOnWaves(Kernel.SMOOTH)).isLessThan(0.5 * worstOnWaves(Kernel.QUADRATIC));
    }

    private static double worstOnWaves(Kernel kernel) {
        double[][] points = points(60, 4);
        double[] waves =
                Arrays.stream(points).mapToDouble(x -> Math.sin(2 * x[0])).toArray();
        Regression regression =
                Regression.of(kernel, points, waves, deviations(60, 1e-2)).orElseThrow();
        return IntStream.rangeClosed(-10, 10)
                .mapToDouble(i -> Math.abs(regression.at(new double[] {0.1 * i, 0}) - Math.sin(0.2 * i)))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void knowsEachPointFromTheOthers(Kernel kernel) {
        double[] deviations = deviations(20, 0.3);
        deviations[7] = 2;
        double[] all = Regression.of(kernel, POINTS, values(POINTS), deviations)
                .orElseThrow()
                .withoutOwn();
        for (int left = 0; left < POINTS.length; left++) {
            int out = left;
            double[][] others = IntStream.range(0, 20)
                    .filter(i -> i != out)
                    .mapToObj(i -> POINTS[i])
                    .toArray(double[][]::new);
            double[] theirs = IntStream.range(0, 20)
                    .filter(i -> i != out)
                    .mapToDouble(i -> deviations[i])
                    .toArray();
            Regression without =
                    Regression.of(kernel, others, values(others), theirs).orElseThrow();
            assertThat(all[left]).isCloseTo(without.at(POINTS[left]), within(1e-6));
        }
    }

    @Test
    void passesByAPointThatMayBeFarOff() {
        double[] values = values(POINTS);
        values[3] += 100;
        double[] deviations = deviations(20, 1e-3);
        deviations[3] = 1e3;
        Regression regression =
                Regression.of(Kernel.QUADRATIC, POINTS, values, deviations).orElseThrow();
        assertThat(regression.at(POINTS[3])).isCloseTo(quadratic(POINTS[3]), within(0.05));
    }
}
