package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.SpaceParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final PointSpace LINE =
            new PointSpace(SpaceParser.parse(Map.of("x", Map.of("type", "float", "min", 0, "max", 1)), null, null)
                    .get()
                    .space());

    /** An even spread after the first epoch. */
    private static List<double[]> points(int count) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new double[] {(i + 0.5) / count, 0});
        }
        return points;
    }

    private static double[] targets(List<double[]> points, double noise) {
        HashedRandom random = new HashedRandom(1, 2, 3);
        return points.stream()
                .mapToDouble(point -> 2 * point[0] - 1 + noise * random.gaussian())
                .toArray();
    }

    /** What is learned from many trials after the first eight had shown no noise. */
    private static double noiseLearned(double noise) {
        Fit fit = new Fit(new Features(LINE), true);
        Hyperparameters first = fit.fromScratch(points(8), targets(points(8), 0));
        assertThat(first.fittedNoise()).isLessThan(0.01);
        return fit.continued(first, points(60), targets(points(60), noise)).fittedNoise();
    }

    @Test
    void learnsLaterThatTrainingIsNoisy() {
        assertThat(noiseLearned(0.5)).isBetween(0.1, 0.5);
    }

    @Test
    void learnsNoNoiseWhereThereIsNone() {
        assertThat(noiseLearned(0)).isLessThan(0.01);
    }
}
