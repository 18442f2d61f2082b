package io.sweepforge.search.scheduler.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.pareto.Pareto;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsTest {
    /** Some coordinates are equal, some points too, some are not numbers. */
    private static List<double[]> points(int count, int objectives, long seed) {
        Random random = new Random(seed);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] point = random.ints(objectives, 0, 12).asDoubleStream().toArray();
            points.add(random.nextInt(20) == 0 ? new double[objectives] : point);
            if (random.nextInt(15) == 0) {
                java.util.Arrays.fill(points.get(i), Double.NaN);
            }
        }
        return points;
    }

    private static int[] order(Standings standings) {
        int[] order = new int[standings.size()];
        for (int place = 0; place < order.length; place++) {
            order[place] = standings.at(place).number();
        }
        return order;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void ordersByNonDominatedFront(int objectives) {
        List<double[]> points = points(200, objectives, objectives);
        Standings standings = Standings.of(objectives);
        for (int number = 0; number < points.size(); number++) {
            standings.add(number, points.get(number), false);
        }
        int[] ranks = Pareto.ranks(points);
        int[] order = order(standings);
        assertThat(order).doesNotHaveDuplicates().hasSize(points.size());
        for (int place = 1; place < order.length; place++) {
            assertThat(ranks[order[place]]).isGreaterThanOrEqualTo(ranks[order[place - 1]]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aNewcomerTakesThePlaceThatWasForetold(int objectives) {
        List<double[]> points = points(120, objectives, 10 + objectives);
        Standings standings = Standings.of(objectives);
        for (int number = 0; number < points.size(); number++) {
            int ahead = standings.ahead(points.get(number));
            standings.add(number, points.get(number), false);
            assertThat(standings.at(ahead).number()).isEqualTo(number);
            assertThat(standings.at(ahead).rank()).isEqualTo(ahead + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void findsTheBestOfThoseThatWait(int objectives) {
        List<double[]> points = points(100, objectives, 20 + objectives);
        Standings standings = Standings.of(objectives);
        for (int number = 0; number < points.size(); number++) {
            standings.add(number, points.get(number), number % 3 != 0);
            assertThat(standings.isWaiting(number)).isEqualTo(number % 3 != 0);
        }
        for (int place = 0; place < points.size(); place++) {
            int number = standings.at(place).number();
            if (standings.isWaiting(number)) {
                assertThat(standings.bestWaiting(place)).isEmpty();
                assertThat(standings.bestWaiting(place + 1))
                        .hasValueSatisfying(best -> assertThat(best.number()).isEqualTo(number));
                standings.release(number);
                assertThat(standings.isWaiting(number)).isFalse();
            }
        }
        assertThat(standings.bestWaiting(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void roomInsideAFrontDecidesAmongPointsThatDoNotDominateEachOther() {
        Standings standings = Standings.of(2);
        standings.add(0, new double[] {0, 10}, false);
        standings.add(1, new double[] {10, 0}, false);
        standings.add(2, new double[] {1, 8}, false);
        standings.add(3, new double[] {5, 5}, false);
        assertThat(order(standings)).containsExactly(0, 1, 3, 2);
        assertThat(standings.ahead(new double[] {0.5, 4})).isEqualTo(2);
        assertThat(standings.ahead(new double[] {11, 11})).isEqualTo(4);
    }
}
