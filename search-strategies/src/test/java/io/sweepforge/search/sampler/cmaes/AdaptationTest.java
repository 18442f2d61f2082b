package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdaptationTest {
    private static final double NONE = Double.NaN;
    private static final Offset<Double> EXACT = within(1e-12);

    private static Evolution start(double... mean) {
        double[][] covariance = new double[mean.length][mean.length];
        for (int d = 0; d < mean.length; d++) {
            covariance[d][d] = 1;
        }
        double[] scales = DoubleStream.generate(() -> 1).limit(mean.length).toArray();
        return Evolution.from(new Gaussian(mean, 0.1, scales, covariance));
    }

    private static Evolution adapt(Evolution evolution, double[]... members) {
        return new Adaptation(evolution.gaussian(), List.of(members)).apply(evolution);
    }

    @Test
    void movesToTheBestAndNotToTheOthers() {
        Evolution moved = adapt(
                start(0.5, 0.5),
                new double[] {0.6, 0.5},
                new double[] {0.58, 0.5},
                new double[] {0.4, 0.4},
                new double[] {0.4, 0.6});
        assertThat(moved.gaussian().mean[0]).isBetween(0.58, 0.6);
        assertThat(moved.gaussian().mean[1]).isCloseTo(0.5, within(1e-12));
        assertThat(moved.generation()).isEqualTo(1);
    }

    @Test
    void aParameterThatNoMemberHasKeepsMeanAndSpread() {
        Evolution moved = adapt(
                start(0.5, 0.3),
                new double[] {0.6, NONE},
                new double[] {0.58, NONE},
                new double[] {0.4, NONE},
                new double[] {0.4, NONE});
        assertThat(moved.gaussian().mean[1]).isEqualTo(0.3);
        assertThat(moved.gaussian().covariance[1][1]).isCloseTo(1, within(0.15));
        assertThat(moved.gaussian().mean[0]).isGreaterThan(0.55);
    }

    @Test
    void membersWithoutAnyOfTheParametersMoveNothing() {
        Evolution moved = adapt(start(0.5), new double[] {NONE}, new double[] {NONE});
        assertThat(moved.gaussian().mean).containsExactly(0.5);
        assertThat(moved.gaussian().sigma).isPositive().isFinite();
    }

    @Test
    void aMemberFarAwayMovesItNoFarterThanItsOwnMight() {
        Evolution moved = adapt(start(0.5, 0.5), new double[] {1, 1}, new double[] {0.5, 0.5});
        assertThat(moved.gaussian().mean[0]).isBetween(0.6, 0.75);
    }

    @Test
    void growsWhileItMovesOneWayAndShrinksAroundTheBest() {
        Evolution moving = start(0.1, 0.5);
        Evolution staying = start(0.5, 0.5);
        for (int i = 0; i < 6; i++) {
            double x = moving.gaussian().mean[0];
            double step = moving.gaussian().sigma;
            moving = adapt(moving, new double[] {x + step, 0.5}, new double[] {x, 0.5});
            staying = adapt(staying, new double[] {0.5, 0.5}, new double[] {0.55, 0.5});
        }
        assertThat(moving.gaussian().sigma).isGreaterThan(0.1);
        assertThat(staying.gaussian().sigma).isLessThan(0.1);
    }

    @Test
    void turnsIntoALongValley() {
        Evolution evolution = start(0.4, 0.7);
        HashedRandom random = new HashedRandom(1, 0, 0);
        for (int i = 0; i < 60; i++) {
            List<double[]> members = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                members.add(evolution.gaussian().draw(random));
            }
            members.sort(Comparator.comparingDouble(AdaptationTest::valley));
            evolution = new Adaptation(evolution.gaussian(), members).apply(evolution);
        }
        double[][] covariance = evolution.gaussian().covariance;
        double correlation = covariance[0][1] / Math.sqrt(covariance[0][0] * covariance[1][1]);
        assertThat(correlation).isGreaterThan(0.9);
        assertThat(valley(evolution.gaussian().mean)).isLessThan(1e-3);
        assertThat(evolution.gaussian().axisRatio()).isGreaterThan(5);
    }

    /** Steps of three generations in units of the step size, the best first; the first one moves far. */
    private static final double[][][] STEPS = {
        {{1.6, 1.6, 1.2}, {1.5, 1.7, 1.1}, {1.7, 1.4, 1.3}, {1.0, -0.5, 0.2}, {-1.0, 0.3, 0.4}, {-1.2, -0.8, 0.1}},
        {{0.3, -0.2, 0.1}, {0.1, 0.4, -0.3}, {-0.2, 0.1, 0.5}, {0.9, 0.2, -0.6}, {-0.7, 0.8, 0.3}, {0.4, -1.1, 0.9}},
        {{0.8, -0.6, 0.2}, {0.6, -0.9, 0.3}, {0.2, -0.1, -0.4}, {-0.5, 0.5, 0.7}, {-0.9, -0.4, 0.2}, {1.0, 1.0, -1.0}}
    };

    /** Expected values from the tutorial's equations with dense matrices, in another program. */
    @Test
    void agreesWithTheTutorialOverThreeGenerations() {
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        Evolution evolution =
                Evolution.from(new Gaussian(new double[] {0.5, 0.4, 0.6}, 0.05, new double[] {1, 1, 1}, identity));
        evolution = stepped(evolution, STEPS[0]);
        assertThat(evolution.gaussian().mean)
                .containsExactly(new double[] {0.5789690845694135, 0.4806389795739827, 0.6589690845694136}, EXACT);
        assertThat(evolution.gaussian().sigma).isCloseTo(0.06324889483947943, EXACT);
        assertThat(evolution.gaussian().covariance[0])
                .containsExactly(new double[] {0.9133874795924712, 0.1047003771874407, 0.1522172833445338}, EXACT);
        evolution = stepped(stepped(evolution, STEPS[1]), STEPS[2]);
        assertThat(evolution.gaussian().mean)
                .containsExactly(new double[] {0.6382805142432189, 0.4371862893982225, 0.6721757128845693}, EXACT);
        assertThat(evolution.gaussian().sigma).isCloseTo(0.07059210470421488, EXACT);
        assertThat(evolution.gaussian().covariance[0])
                .containsExactly(new double[] {0.7624716673603076, -0.00622204601450628, 0.2678778583560559}, EXACT);
        assertThat(evolution.gaussian().covariance[1])
                .containsExactly(new double[] {-0.00622204601450628, 0.9043165523978501, 0.18804273345594008}, EXACT);
    }

    private static Evolution stepped(Evolution evolution, double[][] steps) {
        double[][] members = new double[steps.length][3];
        for (int i = 0; i < steps.length; i++) {
            for (int d = 0; d < 3; d++) {
                members[i][d] = evolution.gaussian().mean[d] + evolution.gaussian().sigma * steps[i][d];
            }
        }
        return adapt(evolution, members);
    }

    private static double valley(double[] x) {
        double across = x[0] - x[1];
        double along = x[0] + x[1] - 1;
        return 400 * across * across + along * along;
    }
}
