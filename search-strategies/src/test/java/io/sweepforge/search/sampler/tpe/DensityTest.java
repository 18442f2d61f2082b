package io.sweepforge.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.numeric.Normal;
import io.sweepforge.search.problem.Spaces;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DensityTest {
    private static final double[] COLUMN = {0.02, 0.3, 0.31, 0.31, 0.97};

    private static List<TpeDimension> dimensions() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", Spaces.real(0, 1));
        tree.put("c", Spaces.choice("a", "b", "c"));
        return TpeGroup.of(Spaces.of(tree)).get(0).dimensions();
    }

    private static List<double[]> points() {
        return List.of(new double[] {0.1, 0}, new double[] {0.2, 0}, new double[] {0.9, 2});
    }

    private static double integral(DoubleUnaryOperator logDensity) {
        int steps = 10_000;
        return IntStream.range(0, steps)
                        .mapToDouble(i -> Math.exp(logDensity.applyAsDouble((i + 0.5) / steps)))
                        .sum()
                / steps;
    }

    @Test
    void densitiesOfANumberSumToOne() {
        GapMarginal gaps = new GapMarginal(COLUMN, 0);
        TableMarginal table = new TableMarginal(COLUMN, 0.1);
        assertThat(integral(gaps::log)).isCloseTo(1, within(1e-4));
        assertThat(integral(table::log)).isCloseTo(1, within(1e-2));
        assertThat(integral(new GapMarginal(new double[0], 0)::log)).isCloseTo(1, within(1e-9));
        assertThat(integral(new TableMarginal(new double[0], 0.1)::log)).isCloseTo(1, within(1e-9));
    }

    @Test
    void densitiesOfANumberAreHighWhereTrialsLie() {
        GapMarginal gaps = new GapMarginal(COLUMN, 0);
        TableMarginal table = new TableMarginal(COLUMN, 0.05);
        assertThat(gaps.log(0.3)).isGreaterThan(gaps.log(0.65) + 0.5);
        assertThat(table.log(0.3)).isGreaterThan(table.log(0.65) + 1);
        assertThat(gaps.logWithout(0)).isLessThan(gaps.log(COLUMN[0]));
    }

    @Test
    void aTableHoldsAKernelOfItsWidthAndOneUniformTrial() {
        double mean = 128.5 / 256;
        TableMarginal table = new TableMarginal(new double[] {mean}, 0.1);
        for (double x : new double[] {0.21, 0.4, mean, 0.55, 0.63, 0.9}) {
            double expected = (1 + Normal.density((x - mean) / 0.1) / 0.1) / 2;
            assertThat(Math.exp(table.log(x))).as("at %s", x).isCloseTo(expected, within(2e-3));
        }
    }

    @Test
    void sharesOfCategoriesSumToOne() {
        CategoryMarginal marginal = new CategoryMarginal(new double[] {0, 2, 2, 2}, 4);
        double sum = IntStream.range(0, 4)
                .mapToDouble(category -> Math.exp(marginal.log(category)))
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(marginal.log(2)).isGreaterThan(marginal.log(0));
        assertThat(marginal.log(1)).isLessThan(marginal.log(0)).isGreaterThan(-4);
        assertThat(marginal.logWithout(0)).isLessThan(marginal.log(0));
    }

    @Test
    void drawsCategoriesAsOftenAsTheirShareSays() {
        CategoryMarginal marginal = new CategoryMarginal(new double[] {0, 2, 2, 2}, 4);
        HashedRandom random = new HashedRandom(3, 0, 0);
        long hits = IntStream.range(0, 10_000)
                .filter(i -> marginal.draw(random) == 2)
                .count();
        assertThat(hits / 10_000.0).isCloseTo(Math.exp(marginal.log(2)), within(0.02));
    }

    @Test
    void drawsNumbersAsOftenAsTheirDensitySays() {
        GapMarginal gaps = new GapMarginal(COLUMN, 0);
        HashedRandom random = new HashedRandom(4, 0, 0);
        int[] tenths = new int[10];
        for (int i = 0; i < 20_000; i++) {
            tenths[(int) (10 * gaps.draw(random))]++;
        }
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth;
            double share = integral(x -> gaps.log((from + x) / 10)) / 10;
            assertThat(tenths[tenth] / 20_000.0).as("tenth %d", tenth).isCloseTo(share, within(0.015));
        }
    }

    @Test
    void drawsPointsAsOftenAsTheJointDensitySays() {
        Kernels kernels = new Kernels(dimensions(), points(), new double[] {0.05, 0});
        HashedRandom random = new HashedRandom(5, 0, 0);
        int[][] counts = new int[3][4];
        for (int i = 0; i < 20_000; i++) {
            double[] drawn = kernels.draw(random);
            counts[(int) drawn[1]][(int) (4 * drawn[0])]++;
        }
        for (int category = 0; category < 3; category++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                int from = quarter;
                double value = category;
                double share = integral(x -> kernels.log(new double[] {(from + x) / 4, value})) / 4;
                assertThat(counts[category][quarter] / 20_000.0)
                        .as("category %d, quarter %d", category, quarter)
                        .isCloseTo(share, within(0.015));
            }
        }
    }

    @Test
    void jointDensitySumsToOneOverNumbersAndCategories() {
        Kernels kernels = new Kernels(dimensions(), points(), new double[] {0.05, 0});
        double sum = IntStream.range(0, 3)
                .mapToDouble(category -> integral(x -> kernels.log(new double[] {x, category})))
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-4));
        assertThat(kernels.log(new double[] {0.15, 0})).isGreaterThan(kernels.log(new double[] {0.15, 2}) + 1);
        assertThat(kernels.log(new double[] {0.9, 2})).isGreaterThan(kernels.logWithout(2) + 1);
    }

    @Test
    void blendTrustsTheDensityThatForesawTheTrials() {
        assertThat(Blend.learn(new double[0]).jointShare()).isEqualTo(0.5);
        assertThat(Blend.learn(new double[] {0, 0, 0}).jointShare()).isCloseTo(0.5, within(1e-12));
        assertThat(Blend.learn(new double[] {3, 2, 4, 3, 1}).jointShare()).isBetween(0.7, 0.99);
        assertThat(Blend.learn(new double[] {-3, -2, -900, -3, 0}).jointShare()).isBetween(0.01, 0.3);
        assertThat(new Blend(0.25).log(Math.log(4), Math.log(8))).isCloseTo(Math.log(7), within(1e-12));
    }

    @Test
    void goodDensityNarrowsAsTrialsConcentrate() {
        List<TpeDimension> line = List.of(dimensions().get(0));
        GoodDensity close = new GoodDensity(line, spread(0.02));
        GoodDensity far = new GoodDensity(line, spread(0.5));
        assertThat(close.log(new double[] {0.5})).isGreaterThan(far.log(new double[] {0.5}) + 1);
        assertThat(integral(x -> close.log(new double[] {x}))).isCloseTo(1, within(1e-3));
    }

    @Test
    void goodDensityLearnsWhetherParametersGoTogether() {
        GoodDensity line = new GoodDensity(plane(), along(i -> i));
        GoodDensity scattered = new GoodDensity(plane(), along(i -> 7 * i % 20));
        assertThat(line.blend().jointShare()).isGreaterThan(0.7);
        assertThat(scattered.blend().jointShare()).isLessThan(line.blend().jointShare());
        assertThat(line.log(new double[] {0.3, 0.3})).isGreaterThan(line.log(new double[] {0.3, 0.8}) + 1);
    }

    @Test
    void drawsFromTheGoodDensityAsOftenAsItSays() {
        GoodDensity good = new GoodDensity(plane(), along(i -> i < 10 ? i : 14));
        HashedRandom random = new HashedRandom(6, 0, 0);
        int[][] counts = new int[4][4];
        for (int i = 0; i < 20_000; i++) {
            double[] drawn = good.draw(random);
            counts[(int) (4 * drawn[0])][(int) (4 * drawn[1])]++;
        }
        int steps = 100;
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 4; k++) {
                double share = 0;
                for (int cell = 0; cell < steps * steps; cell++) {
                    double x = (i + (cell / steps + 0.5) / steps) / 4;
                    double y = (k + (cell % steps + 0.5) / steps) / 4;
                    share += Math.exp(good.log(new double[] {x, y})) / (16 * steps * steps);
                }
                assertThat(counts[i][k] / 20_000.0).as("box %d, %d", i, k).isCloseTo(share, within(0.015));
            }
        }
    }

    private static List<TpeDimension> plane() {
        return TpeGroup.of(Spaces.floats(2, 0, 1)).get(0).dimensions();
    }

    /** Twenty points. */
    private static List<double[]> along(IntUnaryOperator second) {
        return IntStream.range(0, 20)
                .mapToObj(i -> new double[] {(i + 0.5) / 20, (second.applyAsInt(i) + 0.5) / 20})
                .toList();
    }

    private static List<double[]> spread(double range) {
        return IntStream.range(0, 20)
                .mapToObj(i -> new double[] {0.5 + range * (i - 9.5) / 20})
                .toList();
    }
}
