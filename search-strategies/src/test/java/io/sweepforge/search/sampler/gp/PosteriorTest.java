package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.sampler.SamplerCases;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PosteriorTest {
    private static final SearchSpace LINE = SpaceParser.parse(
                    Map.of("x", Map.of("type", "float", "min", 0, "max", 1)), null, null)
            .get()
            .space();

    private static Hyperparameters hyperparameters(double... values) {
        return new Hyperparameters(Arrays.stream(values).map(Math::log).toArray());
    }

    private static double matern(double r) {
        double a = Math.sqrt(5) * r;
        return (1 + a + a * a / 3) * Math.exp(-a);
    }

    @Test
    void agreesWithTheFormulaForOnePoint() {
        Features features = new Features(new PointSpace(LINE));
        Posterior posterior = new Posterior(
                features, hyperparameters(0.5, 2, 9, 0.1), List.of(new double[] {0.2, 1}), new double[] {3});
        Posterior.Prediction prediction = posterior.at(new double[] {0.7, 1});
        double covariance = 4 + 2 * matern(1);
        assertThat(prediction.mean()).isCloseTo(covariance / 6.1 * 3, within(1e-6));
        assertThat(prediction.deviation()).isCloseTo(Math.sqrt(6 - covariance * covariance / 6.1), within(1e-6));
    }

    @Test
    void earlyLossesSayLittleAboutLateOnesWhereMostOfTheVarianceIsTheirOwn() {
        Features features = new Features(new PointSpace(LINE));
        Posterior posterior = new Posterior(
                features, hyperparameters(0.5, 1, 8, 1e-9), List.of(new double[] {0.2, 0}), new double[] {3});
        Posterior.Prediction early = posterior.at(new double[] {0.2, 0});
        Posterior.Prediction later = posterior.at(new double[] {0.2, 0.5});
        Posterior.Prediction last = posterior.at(new double[] {0.2, 1});
        assertThat(early.mean()).isCloseTo(3, within(1e-6));
        assertThat(later.mean()).isCloseTo((4 + 1 + 8 * 0.5) / 13 * 3, within(1e-6));
        assertThat(last.mean()).isCloseTo(5.0 / 13 * 3, within(1e-6));
        assertThat(last.deviation()).isCloseTo(Math.sqrt(5 - 25.0 / 13), within(1e-6));
    }

    @Test
    void passesThroughTargetsWithoutNoise() {
        Features features = new Features(new PointSpace(LINE));
        List<double[]> points = List.of(new double[] {0.1, 1}, new double[] {0.5, 1}, new double[] {0.6, 1});
        Posterior posterior =
                new Posterior(features, hyperparameters(0.3, 1, 1, 1e-12), points, new double[] {1, -1, 0.5});
        assertThat(posterior.at(points.get(1)).mean()).isCloseTo(-1, within(1e-5));
        assertThat(posterior.at(points.get(1)).deviation()).isLessThan(1e-3);
    }

    @Test
    void runningTrialsTakeUncertaintyAwayButNotTheMean() {
        Features features = new Features(new PointSpace(LINE));
        Posterior posterior = new Posterior(
                features, hyperparameters(0.3, 1, 1, 1e-4), List.of(new double[] {0.1, 1}), new double[] {1});
        double[] running = {0.8, 1};
        double[] near = {0.85, 1};
        Posterior believing = posterior.believing(List.of(running));
        assertThat(believing.at(near).mean()).isCloseTo(posterior.at(near).mean(), within(1e-6));
        assertThat(believing.at(near).deviation()).isLessThan(posterior.at(near).deviation() / 2);
        assertThat(posterior.believing(List.of())).isSameAs(posterior);
    }

    @Test
    void survivesTheSamePointManyTimes() {
        Features features = new Features(new PointSpace(LINE));
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            points.add(new double[] {0.3, 1});
        }
        Posterior posterior = new Posterior(features, hyperparameters(9, 1e8, 1, 1e-12), points, new double[50]);
        assertThat(posterior.at(new double[] {0.3, 1}).mean()).isEqualTo(0);
    }

    @Test
    void gradientAgreesWithDifferences() {
        PointSpace space = new PointSpace(Problems.mixed().space());
        Posterior posterior = posterior(space, 12);
        double[] point = atLevel(space.snap(new double[] {0.3, 0, 0.4, 0.6, 0.2, 0.7}), 0.5);
        double[] gradient = posterior.at(point).gradient(0.7, -1.3);
        double step = 1e-6;
        for (int d : new int[] {0, 2, 3, 4, 5}) {
            double[] more = point.clone();
            double[] less = point.clone();
            more[d] += step;
            less[d] -= step;
            double slope = (combined(posterior, more) - combined(posterior, less)) / (2 * step);
            assertThat(gradient[d]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        }
        assertThat(gradient[1]).isZero();
    }

    private static double combined(Posterior posterior, double[] point) {
        Posterior.Prediction prediction = posterior.at(point);
        return 0.7 * prediction.mean() - 1.3 * prediction.deviation();
    }

    private static Posterior posterior(PointSpace space, int count) {
        List<double[]> points = points(space, count);
        double[] logs = new double[Hyperparameters.count(space.size())];
        Arrays.fill(logs, -0.5);
        logs[logs.length - 1] = -7;
        return new Posterior(new Features(space), new Hyperparameters(logs), points, targets(count));
    }

    private static List<double[]> points(PointSpace space, int count) {
        HashedRandom random = new HashedRandom(3, 0, 0);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] units = new double[space.size()];
            Arrays.setAll(units, d -> random.unit());
            points.add(atLevel(space.snap(space.genes(units)), i % 3 / 2.0));
        }
        return points;
    }

    private static double[] atLevel(double[] point, double level) {
        double[] extended = Arrays.copyOf(point, point.length + 1);
        extended[point.length] = level;
        return extended;
    }

    private static double[] targets(int count) {
        double[] targets = new double[count];
        Arrays.setAll(targets, i -> i * 7 % 5 - 2);
        return targets;
    }

    @Test
    void gradientOfTheLikelihoodAgreesWithDifferences() {
        PointSpace space = new PointSpace(SamplerCases.nested());
        Features features = new Features(space);
        Prior prior = new Prior(new double[] {0, 0, 0, 0, 0, 0, -5}, new double[] {1, 1, 2, 1, 1, 2, 2});
        Likelihood likelihood = new Likelihood(features, features.columns(points(space, 15)), targets(15), prior);
        double[] logs = {-0.4, 0.3, -1, 0.1, 0.5, 0.2, -3};
        double[] gradient = new double[7];
        double[] ignored = new double[7];
        likelihood.at(logs, gradient);
        double step = 1e-5;
        for (int i = 0; i < logs.length; i++) {
            double[] more = logs.clone();
            double[] less = logs.clone();
            more[i] += step;
            less[i] -= step;
            double slope = (likelihood.at(more, ignored) - likelihood.at(less, ignored)) / (2 * step);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        }
    }
}
