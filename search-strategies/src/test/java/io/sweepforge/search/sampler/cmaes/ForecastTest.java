package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.problem.OwnProblems;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static Gaussian round(int n) {
        double[] middle = new double[n];
        double[] ones = new double[n];
        Arrays.fill(middle, 0.5);
        Arrays.fill(ones, 1);
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return new Gaussian(middle, 0.3, ones, identity);
    }

    private static Optional<Forecast> forecast(Problem problem, List<FinishedTrial> trials) {
        Dimensions dimensions = new Dimensions(problem.space());
        List<Member> members = trials.stream()
                .map(trial -> new Member(trial, dimensions.coordinates().point(trial.configuration())))
                .collect(Collectors.toList());
        return Forecast.of(dimensions, round(dimensions.numbers().count()), members);
    }

    private static List<FinishedTrial> random(Problem problem, int count) {
        return new SearchRun(problem, "random", 1, count, 1).run();
    }

    @Test
    void expectsOfATrialAtWorkWhatItThenHas() {
        Problem sphere = Problems.sphere5();
        List<FinishedTrial> trials = random(sphere, 60);
        Forecast forecast = forecast(sphere, trials.subList(0, 50)).orElseThrow();
        List<Double> expected = new ArrayList<>();
        List<Double> real = new ArrayList<>();
        for (FinishedTrial trial : trials.subList(50, 60)) {
            Member member = forecast.member(new ActiveTrial(trial.number(), trial.configuration()));
            assertThat(member.number()).isEqualTo(trial.number());
            expected.add(member.loss());
            real.add(trial.losses().get(0));
        }
        assertThat(Surrogate.agreement(array(expected), array(real))).isGreaterThan(0.8);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    @Test
    void tellsCategoriesApart() {
        Problem mixed = Problems.mixed();
        Forecast forecast = forecast(mixed, random(mixed, 80)).orElseThrow();
        assertThat(forecast.agreement()).isBetween(0.3, 1.0);
        double[] features =
                new Dimensions(mixed.space()).features(round(5), new double[] {0.5, 1, 0.8, 0.5, 0.5, Double.NaN});
        assertThat(features).hasSize(8);
        assertThat(features[0]).isZero();
        assertThat(features[1]).isPositive();
        assertThat(features[4]).isZero();
        assertThat(Arrays.copyOfRange(features, 5, 8)).containsExactly(0, 1, 0);
    }

    @Test
    void expectsNoLossNearTrialsThatHadNone() {
        Problem half = new Problem(
                "half",
                Problems.branin().space(),
                values -> (double) values.get("x") > 2 ? Double.POSITIVE_INFINITY : -(double) values.get("x"));
        List<FinishedTrial> trials = random(half, 30);
        Forecast forecast = forecast(half, trials).orElseThrow();
        for (FinishedTrial trial : trials) {
            assertThat(Double.isInfinite(forecast.loss(trial.configuration())))
                    .isEqualTo(trial.outcome() == Outcome.INFEASIBLE);
        }
        assertThat(trials).extracting(FinishedTrial::outcome).contains(Outcome.INFEASIBLE, Outcome.COMPLETED);
    }

    @Test
    void needsSomeTrialsWithALoss() {
        Problem memory = OwnProblems.memory();
        assertThat(forecast(Problems.sphere5(), random(Problems.sphere5(), 9))).isEmpty();
        List<FinishedTrial> without = random(memory, 30).stream()
                .map(trial -> Trials.finished(trial.number(), trial.configuration(), Outcome.INFEASIBLE, Double.NaN))
                .collect(Collectors.toList());
        assertThat(forecast(memory, without)).isEmpty();
    }

    @Test
    void looksAtMoreTrialsTheMoreParametersThereAre() {
        assertThat(Forecast.trials(new Dimensions(Problems.branin().space()))).isEqualTo(24);
        assertThat(Forecast.trials(new Dimensions(Problems.ackley6().space()))).isEqualTo(42);
    }
}
