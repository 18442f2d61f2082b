package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.space.SpaceParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcquisitionTest {
    private static final double NOISE = 0.05;
    private static final List<Hurdle> HURDLES = List.of(new Hurdle(0.5, 0), new Hurdle(0, 0.4));

    /** Four trials, of which two got to the last level. */
    private static Acquisition acquisition(List<Hurdle> hurdles) {
        PointSpace line =
                new PointSpace(SpaceParser.parse(Map.of("x", Map.of("type", "float", "min", 0, "max", 1)), null, null)
                        .get()
                        .space());
        double[] logs =
                Arrays.stream(new double[] {0.4, 1, 0.5, NOISE}).map(Math::log).toArray();
        List<double[]> points = List.of(
                new double[] {0.1, 0},
                new double[] {0.3, 0},
                new double[] {0.6, 0},
                new double[] {0.6, 1},
                new double[] {0.9, 0},
                new double[] {0.9, 1});
        Posterior posterior = new Posterior(
                new Features(line), new Hyperparameters(logs), points, new double[] {1, 0.8, -0.2, -0.7, 0, -0.9});
        return new Acquisition(posterior, 1, -0.8, hurdles);
    }

    @Test
    void isTheExpectedImprovementTimesTheChanceToGetThere() {
        double[] point = {0.2};
        Acquisition acquisition = acquisition(HURDLES);
        assertThat(acquisition.chance(point)).isBetween(0.001, 0.2);
        assertThat(acquisition.at(point))
                .isCloseTo(acquisition(List.of()).at(point) + Math.log(acquisition.chance(point)), within(1e-12));
    }

    @Test
    void isCertainToGetThereWithoutHurdles() {
        assertThat(acquisition(List.of()).chance(new double[] {0.2})).isEqualTo(1);
    }

    @Test
    void gradientAgreesWithDifferences() {
        Acquisition acquisition = acquisition(HURDLES);
        double step = 1e-6;
        for (double x : new double[] {0.05, 0.2, 0.5, 0.77}) {
            double[] gradient = {99};
            assertThat(acquisition.at(new double[] {x}, gradient)).isEqualTo(acquisition.at(new double[] {x}));
            double slope =
                    (acquisition.at(new double[] {x + step}) - acquisition.at(new double[] {x - step})) / (2 * step);
            assertThat(gradient[0]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        }
    }
}
