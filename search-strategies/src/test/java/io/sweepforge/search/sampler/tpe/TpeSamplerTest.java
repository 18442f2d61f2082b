package io.sweepforge.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Medians;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TpeSamplerTest {
    private static final SearchSpace LINE = SpaceParser.parse(
                    Map.of("x", Map.of("type", "float", "min", 0, "max", 1)), null, null)
            .get()
            .space();

    static List<Problem> problems() {
        return List.of(Problems.sphere5(), Problems.rosen4(), Problems.mixed());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void beatsRandomSearchByFar(Problem problem) {
        double tpe = problem.medianBest("tpe", 5, 100);
        double random = problem.medianBest("random", 5, 100);
        System.out.printf(
                "%s, median of 5 seeds after 100 trials: tpe %.3g, random %.3g%n", problem.name(), tpe, random);
        assertThat(tpe).isLessThan(random / 3);
    }

    @Test
    void spreadsTheFirstTrialsUntilEnoughFinished() {
        Sampler tpe = Samplers.create("tpe", setup(Map.of("startupTrials", 3)));
        tpe.update(trials(Outcome.COMPLETED, 2, x -> x), List.of());
        assertThat(tpe.suggest(2).orElseThrow().reason()).startsWith("Sobol").contains("2 of 3");
        tpe.update(trials(Outcome.COMPLETED, 3, x -> x), List.of());
        assertThat(tpe.suggest(3).orElseThrow().reason()).startsWith("TPE");
    }

    @Test
    void failedAndCancelledTrialsTeachNothing() {
        Sampler tpe = Samplers.create("tpe", setup(Map.of()));
        tpe.update(trials(Outcome.FAILED, 20, x -> x), List.of());
        assertThat(tpe.suggest(20).orElseThrow().reason()).startsWith("Sobol");
    }

    @Test
    void prefersTheBestCategoryAndSaysHowMuchLikelierItIs() {
        SearchSpace words = SpaceParser.parse(
                        Map.of("c", Map.of("type", "categorical", "values", List.of("a", "b", "c", "d"))), null, null)
                .get()
                .space();
        SamplerSetup setup = new SamplerSetup(words, Problem.MINIMIZE_LOSS, 5, Map.of(), 1_000);
        List<FinishedTrial> earlier = IntStream.range(0, 40)
                .mapToObj(i -> Trials.completed(
                        i - 40, new Configuration(Map.of("c", "abcd".substring(i % 4, i % 4 + 1))), i % 4 == 2 ? 0 : 1))
                .toList();
        Sampler tpe = Samplers.create("tpe", setup);
        tpe.update(earlier, List.of());
        for (int number = 0; number < 20; number++) {
            Suggestion suggestion = tpe.suggest(number).orElseThrow();
            assertThat(suggestion.configuration().values()).containsEntry("c", "c");
            assertThat(suggestion.reason()).matches("TPE: [2-9]\\.\\d times as likely .*");
        }
    }

    @Test
    void avoidsInfeasibleRegions() {
        Sampler tpe = Samplers.create("tpe", setup(Map.of()));
        List<FinishedTrial> history = new ArrayList<>();
        for (FinishedTrial trial : trials(Outcome.COMPLETED, 40, x -> Math.abs(Math.abs(x - 0.5) - 0.3))) {
            boolean feasible = x(trial.configuration()) > 0.5;
            history.add(feasible ? trial : as(trial, Outcome.INFEASIBLE));
        }
        tpe.update(history, List.of());
        assertThat(share(tpe, 40, 0.5)).isGreaterThan(0.8);
    }

    @Test
    void divergedTrialsRankBehindEveryNumber() {
        Sampler tpe = Samplers.create("tpe", setup(Map.of()));
        tpe.update(trials(Outcome.COMPLETED, 40, x -> x > 0.5 ? 1e300 : Double.NaN), List.of());
        assertThat(share(tpe, 40, 0.5)).isGreaterThan(0.8);
    }

    @Test
    void amongPrunedTrialsThoseThatCameFarAreBetter() {
        Sampler tpe = Samplers.create("tpe", setup(Map.of()));
        List<FinishedTrial> history = trials(Outcome.PRUNED, 40, x -> 1).stream()
                .map(trial -> new FinishedTrial(
                        trial.number(),
                        trial.configuration(),
                        Outcome.PRUNED,
                        trial.losses(),
                        x(trial.configuration()) > 0.5 ? 9 : 3))
                .toList();
        tpe.update(history, List.of());
        assertThat(share(tpe, 40, 0.5)).isGreaterThan(0.8);
    }

    @Test
    void runningTrialsCountOnceTheyReported() {
        List<FinishedTrial> history = trials(Outcome.PRUNED, 30, x -> x < 0.5 ? 0.5 - x : 2);
        List<ActiveTrial> running = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            List<CurvePoint> curve = List.of(new CurvePoint(10, List.of(-1.0)));
            running.add(new ActiveTrial(100 + i, new Configuration(Map.of("x", 0.8 + i * 0.01)), curve));
        }
        Sampler silent = Samplers.create("tpe", setup(Map.of()));
        silent.update(history, List.of());
        Sampler reporting = Samplers.create("tpe", setup(Map.of()));
        reporting.update(history, running);
        assertThat(share(reporting, 200, 0.7)).isGreaterThan(share(silent, 200, 0.7) + 0.2);
    }

    @Test
    void saysThatARegressionCountsWhileOthersHaveNotReported() {
        List<FinishedTrial> history = trials(Outcome.COMPLETED, 40, x -> Math.abs(x - 0.37));
        Sampler alone = Samplers.create("tpe", setup(Map.of()));
        alone.update(history, List.of());
        Sampler crowded = Samplers.create("tpe", setup(Map.of()));
        crowded.update(history, List.of(new ActiveTrial(100, new Configuration(Map.of("x", 0.9)))));
        Sampler reported = Samplers.create("tpe", setup(Map.of()));
        List<CurvePoint> curve = List.of(new CurvePoint(1, List.of(0.5)));
        reported.update(history, List.of(new ActiveTrial(100, new Configuration(Map.of("x", 0.9)), curve)));

        assertThat(crowded.suggest(200).orElseThrow().reason())
                .contains("1 at work")
                .contains("regression");
        assertThat(alone.suggest(200).orElseThrow().reason()).doesNotContain("regression");
        assertThat(reported.suggest(200).orElseThrow().reason()).doesNotContain("regression");
    }

    @Test
    void aCrowdOfSixteenLosesLittle() {
        Problem branin = Problems.branin();
        double alone = branin.medianBest("tpe", 10, 200);
        double crowd = Medians.of(
                IntStream.range(0, 10).mapToDouble(seed -> new SearchRun(branin, "tpe", seed, 200, 16).regrets()[199]));
        System.out.printf("branin, median of 10 seeds after 200 trials: alone %.3g, crowd %.3g%n", alone, crowd);
        assertThat(crowd).isLessThan(2 * alone);
    }

    @Test
    void parallelWorkersNeedNotWaitForAllFirstTrials() {
        Sampler tpe = Samplers.create("tpe", setup(Map.of("startupTrials", 10)));
        List<ActiveTrial> running = trials(Outcome.COMPLETED, 20, x -> x).subList(10, 20).stream()
                .map(trial -> new ActiveTrial(trial.number(), trial.configuration()))
                .toList();
        tpe.update(trials(Outcome.COMPLETED, 4, x -> x), running);
        assertThat(tpe.suggest(20).orElseThrow().reason()).startsWith("Sobol");
        tpe.update(trials(Outcome.COMPLETED, 5, x -> x), running);
        assertThat(tpe.suggest(20).orElseThrow().reason()).startsWith("TPE");
    }

    @Test
    void looksAlongTheFrontOfTwoObjectives() {
        List<Objective> two = List.of(Problem.MINIMIZE_LOSS.get(0), Problem.MINIMIZE_LOSS.get(0));
        Sampler tpe = Samplers.create("tpe", new SamplerSetup(LINE, two, 5, Map.of(), 100));
        tpe.update(
                trials(Outcome.COMPLETED, 80, x -> 0).stream()
                        .map(trial -> new FinishedTrial(
                                trial.number(),
                                trial.configuration(),
                                Outcome.COMPLETED,
                                List.of(
                                        Math.abs(x(trial.configuration()) - 0.6),
                                        Math.abs(x(trial.configuration()) - 0.8)),
                                9))
                        .toList(),
                List.of());
        assertThat(shareBetween(tpe, 0.55, 0.85)).isGreaterThan(0.6);
    }

    private static SamplerSetup setup(Map<String, Object> options) {
        return new SamplerSetup(LINE, Problem.MINIMIZE_LOSS, 5, options, 100);
    }

    private static double x(Configuration configuration) {
        return (double) configuration.values().get("x");
    }

    private static List<FinishedTrial> trials(Outcome outcome, int count, DoubleUnaryOperator loss) {
        Sampler random = Samplers.create("random", setup(Map.of()));
        List<FinishedTrial> trials = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Configuration drawn = random.suggest(number).orElseThrow().configuration();
            trials.add(Trials.finished(number, drawn, outcome, loss.applyAsDouble(x(drawn))));
        }
        return trials;
    }

    private static FinishedTrial as(FinishedTrial trial, Outcome outcome) {
        return new FinishedTrial(trial.number(), trial.configuration(), outcome, trial.losses(), trial.epoch());
    }

    /** How many of a hundred suggestions lie above a bound. */
    private static double share(Sampler sampler, int first, double above) {
        int hits = 0;
        for (int number = first; number < first + 100; number++) {
            hits += x(sampler.suggest(number).orElseThrow().configuration()) > above ? 1 : 0;
        }
        return hits / 100.0;
    }

    private static double shareBetween(Sampler sampler, double low, double high) {
        return share(sampler, 200, low) - share(sampler, 200, high);
    }
}
