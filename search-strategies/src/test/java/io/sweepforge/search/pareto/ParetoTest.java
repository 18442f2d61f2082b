package io.sweepforge.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Test
    void dominatesWhereNowhereWorseAndSomewhereBetter() {
        assertThat(Pareto.dominates(new double[] {1, 2}, new double[] {1, 3})).isTrue();
        assertThat(Pareto.dominates(new double[] {1, 2}, new double[] {1, 2})).isFalse();
        assertThat(Pareto.dominates(new double[] {0, 3}, new double[] {1, 2})).isFalse();
        assertThat(Pareto.dominates(new double[] {0.0}, new double[] {-0.0})).isFalse();
        assertThat(Pareto.dominates(new double[] {-0.0}, new double[] {0.0})).isFalse();
    }

    @Test
    void countsNanAsWorseThanEveryNumber() {
        assertThat(Pareto.dominates(new double[] {1, INFINITY}, new double[] {1, NAN}))
                .isTrue();
        assertThat(Pareto.dominates(new double[] {1, NAN}, new double[] {2, NAN}))
                .isTrue();
        assertThat(Pareto.dominates(new double[] {NAN, NAN}, new double[] {NAN, NAN}))
                .isFalse();
        assertThat(Pareto.ranks(List.of(new double[] {NAN, 0}, new double[] {0, 0}, new double[] {NAN, NAN})))
                .containsExactly(1, 0, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,6",
        "1,2,6",
        "2,1,6",
        "2,2,6",
        "2,3,40",
        "3,1,6",
        "3,2,6",
        "3,3,40",
        "3,4,40",
        "3,5,1000",
        "4,1,6",
        "5,2,40"
    })
    void ranksAsPeelingFrontAfterFrontDoes(int objectives, long seed, int bound) {
        List<double[]> points = points(objectives, 150, bound, seed);
        int[] ranks = Pareto.ranks(points);
        assertThat(ranks).containsExactly(peeled(points));
        assertThat(Pareto.front(points))
                .containsExactly(IntStream.range(0, ranks.length)
                        .filter(i -> ranks[i] == 0)
                        .toArray());
    }

    @Test
    void sortsManyPointsOfTwoObjectivesFast() {
        List<double[]> chain = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            chain.add(new double[] {i, i});
        }
        assertThat(Pareto.ranks(chain)[99_999]).isEqualTo(99_999);
        chain.replaceAll(point -> new double[] {point[0], -point[0]});
        assertThat(Pareto.ranks(chain)).containsOnly(0);
    }

    @Test
    void findsLargeFrontsOfThreeObjectivesFast() {
        List<double[]> plane = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            for (int k = 0; k < 300; k++) {
                plane.add(new double[] {i, k, -i - k});
            }
        }
        assertThat(Pareto.front(plane)).hasSize(90_000);
    }

    @Test
    void measuresCrowdingByTheGapsBetweenNeighbours() {
        List<double[]> front =
                List.of(new double[] {0, 10}, new double[] {4, 2}, new double[] {1, 5}, new double[] {10, 0});
        assertThat(Pareto.crowding(front)).containsExactly(INFINITY, 0.9 + 0.5, 0.4 + 0.8, INFINITY);
        List<double[]> moved = front.stream()
                .map(point -> new double[] {point[0] + 7, point[1] - 3})
                .toList();
        assertThat(Pareto.crowding(moved)).containsExactly(Pareto.crowding(front));
        assertThat(Pareto.crowding(List.of())).isEmpty();
        assertThat(Pareto.crowding(List.of(new double[] {3, 4}))).containsExactly(INFINITY);
    }

    @Test
    void leavesObjectivesWithoutARangeOutOfTheCrowding() {
        List<double[]> equal = List.of(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1});
        assertThat(Pareto.crowding(equal)).containsExactly(INFINITY, 0, INFINITY);
        List<double[]> broken = List.of(new double[] {0, NAN}, new double[] {1, NAN}, new double[] {4, NAN});
        assertThat(Pareto.crowding(broken)).containsExactly(INFINITY, 1, INFINITY);
    }

    @Test
    void addsUpBoxes() {
        assertThat(Pareto.hypervolume(List.of(), new double[] {1, 1})).isZero();
        assertThat(Pareto.hypervolume(List.of(new double[] {2}, new double[] {3}), new double[] {5}))
                .isEqualTo(3);
        List<double[]> two = List.of(new double[] {1, 3}, new double[] {2, 1}, new double[] {2, 2});
        assertThat(Pareto.hypervolume(two, new double[] {4, 4})).isEqualTo(7);
        List<double[]> three = List.of(new double[] {0, 0, 1}, new double[] {0, 1, 0}, new double[] {1, 0, 0});
        assertThat(Pareto.hypervolume(three, new double[] {2, 2, 2})).isEqualTo(7);
    }

    @Test
    void countsNothingBeyondTheReference() {
        List<double[]> points =
                List.of(new double[] {1, 1}, new double[] {2, -9}, new double[] {-9, 3}, new double[] {NAN, 0});
        assertThat(Pareto.hypervolume(points, new double[] {2, 2})).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "2,2", "3,1", "3,2", "3,3", "4,1", "4,2", "5,1"})
    void measuresTheVolumeThatCountingCellsGives(int objectives, long seed) {
        List<double[]> points = points(objectives, 12, 5, seed);
        double[] reference = new double[objectives];
        Arrays.fill(reference, 4);
        assertThat(Pareto.hypervolume(points, reference)).isCloseTo(cells(points, objectives, 4), within(1e-9));
    }

    @Test
    void measuresLargeFrontsOfThreeObjectives() {
        List<double[]> sphere = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double[] point = {
                Math.abs(random.nextGaussian()), Math.abs(random.nextGaussian()), Math.abs(random.nextGaussian())
            };
            double norm = Math.sqrt(Arrays.stream(point).map(x -> x * x).sum());
            sphere.add(Arrays.stream(point).map(x -> 1 - x / norm).toArray());
        }
        assertThat(Pareto.hypervolume(sphere, new double[] {1, 1, 1})).isBetween(0.48, Math.PI / 6);
    }

    @Test
    void refusesPointsOfDifferentLengths() {
        List<double[]> mixed = List.of(new double[] {1, 2}, new double[] {1});
        assertThatThrownBy(() -> Pareto.ranks(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("losses: every point must have 2 losses, at least one, was [1.0]");
        assertThatThrownBy(() -> Pareto.front(List.of(new double[0]))).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Pareto.crowding(mixed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pareto.hypervolume(mixed, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pareto.hypervolume(List.of(), new double[] {1, NAN}))
                .hasMessage("reference: must be finite, was [1.0, NaN]");
    }

    /** Small whole numbers, so that losses tie; every twentieth is NaN. */
    private static List<double[]> points(int objectives, int count, int bound, long seed) {
        Random random = new Random(seed);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(random.ints(objectives, 0, bound)
                    .mapToDouble(x -> random.nextInt(20) == 0 ? NAN : x)
                    .toArray());
        }
        return points;
    }

    private static int[] peeled(List<double[]> points) {
        int[] ranks = new int[points.size()];
        Arrays.fill(ranks, -1);
        for (int front = 0; Arrays.stream(ranks).anyMatch(rank -> rank < 0); front++) {
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < ranks.length; i++) {
                if (ranks[i] < 0) {
                    left.add(i);
                }
            }
            for (int i : left) {
                if (left.stream().noneMatch(j -> Pareto.dominates(points.get(j), points.get(i)))) {
                    ranks[i] = front;
                }
            }
        }
        return ranks;
    }

    private static double cells(List<double[]> points, int objectives, int side) {
        int count = 0;
        for (int cell = 0; cell < Math.pow(side, objectives); cell++) {
            int rest = cell;
            double[] corner = new double[objectives];
            for (int k = 0; k < objectives; k++, rest /= side) {
                corner[k] = rest % side;
            }
            boolean covered = points.stream()
                    .anyMatch(point -> IntStream.range(0, objectives).allMatch(k -> point[k] <= corner[k]));
            count += covered ? 1 : 0;
        }
        return count;
    }
}
