package io.sweepforge.search.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LbfgsTest {
    private static final double[] FROM = {-3, -3};
    private static final double[] TO = {3, 3};

    private static double rosenbrock(double[] x, double[] gradient) {
        double bend = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * bend - 2 * (1 - x[0]);
        gradient[1] = 200 * bend;
        return 100 * bend * bend + (1 - x[0]) * (1 - x[0]);
    }

    @Test
    void followsACurvedValley() {
        Lbfgs.Minimum found = new Lbfgs(LbfgsTest::rosenbrock, FROM, TO).minimise(new double[] {-1.2, 1}, 200, 1e-14);
        assertThat(found.value()).isLessThan(1e-9);
        assertThat(found.x()[0]).isCloseTo(1, within(1e-4));
    }

    @Test
    void doesNotStopEarlyWhereValuesAreNegative() {
        Lbfgs.Function low = (x, gradient) -> rosenbrock(x, gradient) - 1_000;
        assertThat(new Lbfgs(low, FROM, TO)
                        .minimise(new double[] {-1.2, 1}, 200, 1e-9)
                        .x())
                .containsExactly(new double[] {1, 1}, within(1e-3));
    }

    @Test
    void needsFewEvaluationsInACurvedValley() {
        Lbfgs search = new Lbfgs(LbfgsTest::rosenbrock, FROM, TO);
        assertThat(search.minimise(new double[] {-1.2, 1}, 60, 0).value()).isLessThan(1e-12);
        assertThat(new Lbfgs(LbfgsTest::rosenbrock, FROM, new double[] {0.5, 3})
                        .minimise(new double[] {-1.2, 1}, 60, 0)
                        .value())
                .isCloseTo(0.25, within(1e-8));
    }

    /** f(x) = Σ 10^i (x_i - 0.3)² for i from 0 to 4. */
    @Test
    void needsFewEvaluationsWhereCurvaturesDiffer() {
        Lbfgs.Function bowl = (x, gradient) -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double curvature = Math.pow(10, i);
                gradient[i] = 2 * curvature * (x[i] - 0.3);
                sum += curvature * (x[i] - 0.3) * (x[i] - 0.3);
            }
            return sum;
        };
        double[] from = {-3, -3, -3, -3, -3};
        double[] start = {1, 1, 1, 1, 1};
        assertThat(new Lbfgs(bowl, from, new double[] {3, 3, 3, 3, 3})
                        .minimise(start, 60, 0)
                        .value())
                .isLessThan(1e-12);
        assertThat(start).containsOnly(1);
    }

    @Test
    void searchesAgainAsIfForTheFirstTime() {
        Lbfgs search = new Lbfgs(LbfgsTest::rosenbrock, FROM, TO);
        double[] first = search.minimise(new double[] {-1.2, 1}, 30, 0).x();
        assertThat(search.minimise(new double[] {-1.2, 1}, 30, 0).x()).containsExactly(first);
    }

    @Test
    void stopsAtTheSideOfTheBox() {
        Lbfgs.Minimum found = new Lbfgs(LbfgsTest::rosenbrock, FROM, new double[] {0.5, 3})
                .minimise(new double[] {-1.2, 1}, 200, 1e-14);
        assertThat(found.x()[0]).isEqualTo(0.5);
        assertThat(found.x()[1]).isCloseTo(0.25, within(1e-5));
    }

    @Test
    void keepsWithinItsEvaluations() {
        AtomicInteger calls = new AtomicInteger();
        Lbfgs.Function counted = (x, gradient) -> {
            calls.incrementAndGet();
            return rosenbrock(x, gradient);
        };
        new Lbfgs(counted, FROM, TO).minimise(new double[] {-1.2, 1}, 7, 0);
        assertThat(calls).hasValue(7);
    }

    @Test
    void staysWhereNoStepHelps() {
        Lbfgs.Function broken = (x, gradient) -> {
            gradient[0] = 1;
            return x[0] == 2 ? 5 : Double.POSITIVE_INFINITY;
        };
        assertThat(new Lbfgs(broken, FROM, TO)
                        .minimise(new double[] {2}, 100, 1e-9)
                        .value())
                .isEqualTo(5);
    }

    @Test
    void endsAtOnceInACorner() {
        Lbfgs.Function slope = (x, gradient) -> {
            gradient[0] = 1;
            return x[0];
        };
        assertThat(new Lbfgs(slope, FROM, TO)
                        .minimise(new double[] {-3}, 100, 1e-9)
                        .x())
                .containsExactly(-3);
    }
}
