package io.sweepforge.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.problem.Spaces;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankModelTest {
    private static final List<TpeDimension> PLANE =
            TpeGroup.of(Spaces.floats(2, 0, 1)).get(0).dimensions();

    private static List<double[]> random(int count) {
        HashedRandom random = new HashedRandom(7, 0, 0);
        return IntStream.range(0, count)
                .mapToObj(i -> new double[] {random.unit(), random.unit()})
                .toList();
    }

    private static RankModel learnt(List<double[]> points, ToDoubleFunction<double[]> loss) {
        return RankModel.of(
                        PLANE,
                        points.stream().sorted(Comparator.comparingDouble(loss)).toList())
                .orElseThrow();
    }

    private static double valley(double[] point) {
        return Math.abs(point[0] - 0.3) + 4 * Math.abs(point[1] - 0.2 - point[0]);
    }

    @Test
    void foreseesWhereBetterTrialsLieThanAnyKnown() {
        List<double[]> poor = random(60).stream()
                .filter(point -> Math.hypot(point[0] - 0.4, point[1] - 0.6) > 0.2)
                .toList();
        RankModel model = learnt(poor, point -> Math.hypot(point[0] - 0.4, point[1] - 0.6));
        double centre = model.logChance(new double[] {0.4, 0.6});
        assertThat(poor).allSatisfy(point -> assertThat(model.logChance(point)).isLessThan(centre));
    }

    @Test
    void theScaleOfLossesDoesNotMatter() {
        RankModel model = learnt(random(40), RankModelTest::valley);
        RankModel squeezed = learnt(random(40), point -> Math.log(1e-9 + valley(point)));
        double[] point = {0.35, 0.5};
        assertThat(squeezed.logChance(point)).isEqualTo(model.logChance(point));
    }

    @Test
    void knowsHowParametersGoTogether() {
        RankModel model = learnt(random(60), RankModelTest::valley);
        assertThat(model.logChance(new double[] {0.3, 0.5}))
                .isGreaterThan(model.logChance(new double[] {0.3, 0.8}) + 2);
        assertThat(model.logChance(new double[] {0.6, 0.8}))
                .isGreaterThan(model.logChance(new double[] {0.6, 0.5}) + 2);
    }

    @Test
    void saysLittleWhereItForeseesNothing() {
        RankModel blind = RankModel.of(PLANE, random(60)).orElseThrow();
        RankModel sure = learnt(random(60), RankModelTest::valley);
        double[] best = {0.3, 0.5};
        double[] worst = {0.9, 0.1};
        assertThat(Math.abs(blind.logChance(best) - blind.logChance(worst))).isLessThan(4);
        assertThat(sure.logChance(best) - sure.logChance(worst)).isGreaterThan(20);
    }

    @Test
    void otherCategoriesLieFarther() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", Spaces.real(0, 1));
        tree.put("c", Spaces.choice("a", "b"));
        List<double[]> points = IntStream.range(0, 40)
                .mapToObj(i -> new double[] {i / 40.0, i % 2})
                .sorted(Comparator.comparingDouble(point -> Math.abs(point[0] - 0.5) + point[1]))
                .toList();
        RankModel model = RankModel.of(TpeGroup.of(Spaces.of(tree)).get(0).dimensions(), points)
                .orElseThrow();
        assertThat(model.logChance(new double[] {0.5, 0})).isGreaterThan(model.logChance(new double[] {0.5, 1}) + 2);
    }

    @Test
    void needsAFewTrialsAndBearsEqualOnes() {
        assertThat(RankModel.of(PLANE, random(5))).isEmpty();
        List<double[]> equal =
                IntStream.range(0, 80).mapToObj(i -> new double[] {0.5, 0.5}).toList();
        RankModel model = RankModel.of(PLANE, equal).orElseThrow();
        assertThat(model.logChance(new double[] {0.5, 0.5})).isBetween(-10.0, 0.0);
    }
}
