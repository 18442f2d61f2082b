package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.SpaceParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final Numbers NUMBERS = numbers();

    private static Numbers numbers() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("c", Map.of("type", "categorical", "values", List.of("a", "b")));
        tree.put("log", Map.of("type", "int", "min", 1, "max", 4, "scale", "log"));
        tree.put("step", Map.of("type", "float", "min", 0.0, "max", 1.0, "step", 0.25));
        tree.put("x", Map.of("type", "float", "min", 0.0, "max", 1.0));
        return new Dimensions(SpaceParser.parse(tree, null, null).get().space()).numbers();
    }

    @Test
    void leaveCategoriesOut() {
        assertThat(NUMBERS.count()).isEqualTo(3);
        assertThat(NUMBERS.position(0)).isEqualTo(1);
    }

    @Test
    void knowTheCellOfEachValue() {
        assertThat(NUMBERS.cell(1, 0.5)).containsExactly(new double[] {0.4, 0.6}, Offset.offset(1e-15));
        assertThat(NUMBERS.cell(1, 1)).containsExactly(0.8, 1);
        double log = Math.log(1.5 / 0.5) / Math.log(4.5 / 0.5);
        assertThat(NUMBERS.cell(0, 0)).containsExactly(new double[] {0, log}, Offset.offset(1e-15));
        assertThat(NUMBERS.cell(0, 1)[1]).isEqualTo(1);
    }

    @Test
    void mirrorContinuousOnesAtTheEndsAndCutOthers() {
        assertThat(NUMBERS.fold(2, -0.25)).isEqualTo(0.25);
        assertThat(NUMBERS.fold(2, 1.25)).isEqualTo(0.75);
        assertThat(NUMBERS.fold(2, 2.25)).isEqualTo(0.25);
        assertThat(NUMBERS.fold(2, 0.75)).isEqualTo(0.75);
        assertThat(NUMBERS.fold(1, -0.25)).isEqualTo(0);
        assertThat(NUMBERS.fold(1, 1.25)).isEqualTo(1);
    }

    @Test
    void standForAPointOfTheirCell() {
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        Gaussian gaussian = new Gaussian(new double[] {0.5, 0.5, 0.5}, 0.05, new double[] {1, 1, 1}, identity);
        double[] numbers = NUMBERS.of(new double[] {0, Double.NaN, 0.9, 0.3}, gaussian, new HashedRandom(1, 2, 3));
        assertThat(numbers[0]).isNaN();
        assertThat(numbers[1]).isEqualTo(0.8);
        assertThat(numbers[2]).isEqualTo(0.3);
        double[] near = NUMBERS.of(new double[] {0, 0.5, 0.5, 0.3}, gaussian, new HashedRandom(1, 2, 3));
        assertThat(near[1]).isBetween(0.4, 0.6).isNotEqualTo(0.5);
    }
}
