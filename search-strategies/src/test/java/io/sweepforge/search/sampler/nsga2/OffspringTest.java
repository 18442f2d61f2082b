package io.sweepforge.search.sampler.nsga2;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.sampler.support.Coordinates;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.SpaceParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OffspringTest {
    private static final double NONE = Double.NaN;

    /** Two floats, an integer of four values, a category of three and one of a single value. */
    private static Offspring offspring() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", Map.of("type", "float", "min", 0.0, "max", 1.0));
        tree.put("y", Map.of("type", "float", "min", 0.0, "max", 1.0));
        tree.put("k", Map.of("type", "int", "min", 0, "max", 3));
        tree.put("c", Map.of("type", "categorical", "values", List.of("a", "b", "c")));
        tree.put("one", Map.of("type", "categorical", "values", List.of("only")));
        return new Offspring(
                new Coordinates(SpaceParser.parse(tree, null, null).get().space()));
    }

    private static List<double[]> children(double[] mother, double[] father) {
        return IntStream.range(0, 2_000)
                .mapToObj(i -> offspring().child(mother, father, new HashedRandom(7, i, 0)))
                .toList();
    }

    private static long count(List<double[]> children, int coordinate, double from, double to) {
        return children.stream()
                .filter(child -> child[coordinate] >= from && child[coordinate] <= to)
                .count();
    }

    @Test
    void lieNearTheirParentsAndInTheSpace() {
        List<double[]> children =
                children(new double[] {0.2, 0.99, 0.125, 0, 0}, new double[] {0.4, 0.01, 0.875, 1, 0});
        assertThat(children).allSatisfy(child -> {
            assertThat(child[0]).isBetween(0.0, 1.0);
            assertThat(child[1]).isBetween(0.0, 1.0);
            assertThat(child[3]).isIn(0.0, 1.0, 2.0);
            assertThat(child[4]).isZero();
        });
        assertThat(count(children, 0, 0.15, 0.45)).isGreaterThan(1_800);
        assertThat(count(children, 0, 0.15, 0.25)).isBetween(700L, 1_100L);
        assertThat(count(children, 0, 0.35, 0.45)).isBetween(700L, 1_100L);
    }

    @Test
    void crossOnBothSidesOfAParent() {
        List<double[]> children =
                children(new double[] {0.2, 0.99, 0.375, 0, 0}, new double[] {0.4, 0.01, 0.875, 2, 0});
        assertThat(count(children, 0, 0.2, 0.2) + count(children, 0, 0.4, 0.4))
                .as("half of those that do not mutate do not cross")
                .isBetween(700L, 900L);
        assertThat(count(children, 0, 0.2001, 0.3999)).isBetween(450L, 750L);
        assertThat(count(children, 0, 0, 0.1999) + count(children, 0, 0.4001, 1))
                .isBetween(450L, 750L);
        assertThat(count(children, 1, 0, 0) + count(children, 1, 1, 1))
                .as("nothing piles up at the sides")
                .isZero();
        assertThat(count(children, 3, 1, 1))
                .as("categories do not cross, they mutate")
                .isBetween(150L, 270L);
    }

    @Test
    void ofParentsAtASideMoveIntoTheSpace() {
        double[] parent = {0, 1, 0.125, 1, 0};
        List<double[]> children = children(parent, parent);
        assertThat(count(children, 0, 0, 0)).isBetween(1_500L, 1_700L);
        assertThat(count(children, 1, 1, 1)).isBetween(1_500L, 1_700L);
        assertThat(count(children, 0, 0, 0.2)).isGreaterThan(1_950);
        assertThat(count(children, 1, 0.8, 1)).isGreaterThan(1_950);
        assertThat(count(children, 2, 0.25, 0.5)).as("the next integer").isBetween(300L, 500L);
    }

    @Test
    void ofEqualParentsDifferByMutationOnly() {
        double[] parent = {0.5, 0.5, 0.375, 1, 0};
        List<double[]> children = children(parent, parent);
        assertThat(count(children, 0, 0.5, 0.5)).isBetween(1_500L, 1_700L);
        assertThat(count(children, 2, 0.25, 0.4999))
                .as("a mutated integer changes")
                .isBetween(1_500L, 1_700L);
        assertThat(count(children, 3, 1, 1)).isBetween(1_500L, 1_700L);
        assertThat(count(children, 3, 0, 0)).isBetween(150L, 270L);
    }

    @Test
    void haveWhatOneParentHasAndDrawWhatNoneHas() {
        List<double[]> children =
                children(new double[] {NONE, 0.3, 0.375, NONE, 0}, new double[] {NONE, NONE, NONE, NONE, 0});
        assertThat(count(children, 1, 0.3, 0.3)).isGreaterThan(1_500);
        assertThat(count(children, 0, 0, 0.5)).isBetween(900L, 1_100L);
        assertThat(count(children, 3, 2, 2)).isBetween(550L, 800L);
    }
}
