package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.numeric.Normal;
import io.sweepforge.search.space.SpaceParser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarginTest {
    private static final double LEAST = 0.05;

    /** One integer from 0 to 3, so that cells are quarters, and one float. */
    private static Numbers numbers() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("k", Map.of("type", "int", "min", 0, "max", 3));
        tree.put("x", Map.of("type", "float", "min", 0.0, "max", 1.0));
        return new Dimensions(SpaceParser.parse(tree, null, null).get().space()).numbers();
    }

    private static Gaussian corrected(double mean, double deviation) {
        double[][] identity = {{1, 0}, {0, 1}};
        return Margin.apply(
                new Gaussian(new double[] {mean, 0.4}, deviation, new double[] {1, 1}, identity), numbers(), LEAST);
    }

    private static double above(Gaussian gaussian, double edge) {
        return Normal.cumulative((gaussian.mean[0] - edge) / gaussian.deviation(0));
    }

    private static double below(Gaussian gaussian, double edge) {
        return Normal.cumulative((edge - gaussian.mean[0]) / gaussian.deviation(0));
    }

    @Test
    void keepsBothNeighboursInReach() {
        Gaussian gaussian = corrected(0.4, 1e-4);
        assertThat(gaussian.mean[0]).isBetween(0.25, 0.5);
        assertThat(above(gaussian, 0.5)).isGreaterThan(0.45 * LEAST);
        assertThat(below(gaussian, 0.25)).isGreaterThan(0.45 * LEAST);
    }

    @Test
    void keepsTheOnlyNeighbourOfTheFirstAndTheLastInReach() {
        assertThat(above(corrected(0.1, 1e-3), 0.25)).isCloseTo(LEAST, within(1e-6));
        assertThat(below(corrected(0.9, 1e-3), 0.75)).isCloseTo(LEAST, within(1e-6));
    }

    /** Equations 12 to 18 of the paper by hand: P(Z < -2.5) = 0.00621 is raised, P(Z < -5/3) = 0.04779 pays for it. */
    @Test
    void bringsOnlyTheNeighbourIntoReachThatIsNot() {
        Gaussian gaussian = corrected(0.4, 0.06);
        assertThat(below(gaussian, 0.25)).isCloseTo(LEAST / 2, within(1e-6));
        assertThat(above(gaussian, 0.5)).isCloseTo(0.0473366, within(1e-6));
    }

    @Test
    void leavesAWideOneAndFloatsAlone() {
        Gaussian wide = corrected(0.4, 0.3);
        assertThat(wide.mean).containsExactly(0.4, 0.4);
        assertThat(wide.scales).containsExactly(1, 1);
        assertThat(corrected(0.1, 1e-3).mean[1]).isEqualTo(0.4);
        assertThat(corrected(0.4, 1e-3).scales[1]).isEqualTo(1);
    }
}
