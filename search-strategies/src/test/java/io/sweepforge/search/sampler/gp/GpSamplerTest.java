package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Objective.Goal;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.BiObjectiveProblems;
import io.sweepforge.search.problem.OwnProblems;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.problem.Task;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpSamplerTest {
    private static final SearchSpace LINE = SpaceParser.parse(
                    Map.of("x", Map.of("type", "float", "min", 0, "max", 1)), null, null)
            .get()
            .space();

    @ParameterizedTest
    @CsvSource({"sphere5, 0.01", "mixed, 0.001"})
    void comesCloseToTheBestWithinFiftyTrials(String name, double bound) {
        Problem problem = name.equals("mixed") ? Problems.mixed() : Problems.sphere5();
        double best = problem.medianBest("gp", 3, 50);
        System.out.printf("%s, gp, median of 3 seeds after 50 trials: %.3g%n", name, best);
        assertThat(best).isLessThan(bound);
    }

    @Test
    void beginsWithTheCentreAndAnEvenSpread() {
        Sampler gp = Samplers.create("gp", setup(Goal.MINIMIZE));
        assertThat(x(gp, 0)).isEqualTo(0.5);
        assertThat(gp.suggest(1).orElseThrow().reason()).contains("even spread");
    }

    @Test
    void givesFiguresInTheUsersSense() {
        Sampler gp = Samplers.create("gp", setup(Goal.MAXIMIZE));
        gp.update(trials(Outcome.COMPLETED, 10, x -> -0.9 + (x - 0.5) * (x - 0.5)), List.of());
        String reason = gp.suggest(10).orElseThrow().reason();
        assertThat(reason).matches("GP: expected improvement [0-9.E-]+ at predicted 0\\.[89]\\d* ± [0-9.E-]+");
    }

    @Test
    void saysWhenItLooksBeyondTheBestRegion() {
        Sampler gp = Samplers.create("gp", setup(Goal.MINIMIZE));
        gp.update(trials(Outcome.COMPLETED, 21, x -> x), List.of());
        assertThat(gp.suggest(21).orElseThrow().reason()).startsWith("GP beyond the best region: expected");
    }

    @Test
    void learnsFromTrialsThatWerePrunedEarly() {
        Sampler gp = Samplers.create("gp", new SamplerSetup(LINE, Problem.MINIMIZE_LOSS, 5, Map.of(), 100, 9));
        List<FinishedTrial> history = new ArrayList<>();
        for (FinishedTrial trial : trials(Outcome.PRUNED, 12, x -> 3 + Math.abs(x - 0.7))) {
            history.add(new FinishedTrial(trial.number(), trial.configuration(), Outcome.PRUNED, trial.losses(), 1));
        }
        gp.update(history.subList(0, 10), running(history.subList(10, 12)));
        assertThat(x(gp, 12)).isBetween(0.5, 0.9);
    }

    /** Active trials that have reported what the given ones ended with. */
    private static List<ActiveTrial> running(List<FinishedTrial> trials) {
        return trials.stream()
                .map(trial -> new ActiveTrial(
                        trial.number(), trial.configuration(), List.of(new CurvePoint(1, trial.losses()))))
                .toList();
    }

    /** The first epoch says nothing about the last of those that got there, so the last of the others could be anything. */
    @Test
    void doesNotGoWhereTrialsAreStopped() {
        Sampler gp = Samplers.create("gp", new SamplerSetup(LINE, Problem.MINIMIZE_LOSS, 5, Map.of(), 100, 9));
        List<FinishedTrial> history = new ArrayList<>();
        for (FinishedTrial trial : trials(Outcome.COMPLETED, 30, x -> 3 + 0.1 * x)) {
            double early = 5 + 0.5 * Math.sin(20 * x(trial.configuration()));
            history.add(
                    x(trial.configuration()) > 0.5
                            ? withCurve(trial, List.of(point(1, early), new CurvePoint(9, trial.losses())))
                            : withCurve(as(trial, Outcome.PRUNED), List.of(point(1, 8))));
        }
        gp.update(history, List.of());
        Suggestion suggestion = gp.suggest(30).orElseThrow();
        assertThat(x(suggestion.configuration())).isGreaterThan(0.4);
        assertThat(suggestion.reason()).matches("GP: expected improvement .*, \\d+ % to get that far");
    }

    private static CurvePoint point(int epoch, double loss) {
        return new CurvePoint(epoch, List.of(loss));
    }

    private static FinishedTrial withCurve(FinishedTrial trial, List<CurvePoint> curve) {
        CurvePoint last = curve.get(curve.size() - 1);
        return new FinishedTrial(
                trial.number(), trial.configuration(), trial.outcome(), last.losses(), last.epoch(), curve);
    }

    @Test
    void findsTheLeastPointOfALine() {
        Sampler gp = Samplers.create("gp", setup(Goal.MINIMIZE));
        gp.update(trials(Outcome.COMPLETED, 12, x -> (x - 0.37) * (x - 0.37)), List.of());
        assertThat(x(gp, 12)).isBetween(0.27, 0.47);
    }

    @Test
    void avoidsInfeasibleRegions() {
        Sampler gp = Samplers.create("gp", setup(Goal.MINIMIZE));
        List<FinishedTrial> history = new ArrayList<>();
        for (FinishedTrial trial : trials(Outcome.COMPLETED, 20, x -> Math.abs(Math.abs(x - 0.5) - 0.3))) {
            history.add(x(trial.configuration()) > 0.5 ? trial : as(trial, Outcome.INFEASIBLE));
        }
        gp.update(history, List.of());
        assertThat(x(gp, 20)).isBetween(0.6, 1.0);
    }

    @Test
    void failedAndCancelledTrialsTeachNothing() {
        Sampler gp = Samplers.create("gp", setup(Goal.MINIMIZE));
        gp.update(trials(Outcome.FAILED, 20, x -> x), List.of());
        assertThat(gp.suggest(20).orElseThrow().reason()).contains("even spread");
    }

    @Test
    void keepsAwayFromRunningTrials() {
        List<FinishedTrial> history = trials(Outcome.COMPLETED, 6, x -> (x - 0.37) * (x - 0.37) + Math.sin(9 * x) / 10);
        Sampler alone = Samplers.create("gp", setup(Goal.MINIMIZE));
        alone.update(history, List.of());
        double first = x(alone, 6);
        alone.update(List.of(), List.of(new ActiveTrial(6, new Configuration(Map.of("x", first)))));
        assertThat(Math.abs(x(alone, 7) - first)).isGreaterThan(1e-3);
    }

    @Test
    void copesWithThousandsOfTrials() {
        Sampler gp = Samplers.create("gp", setup(Goal.MINIMIZE));
        gp.update(trials(Outcome.COMPLETED, 3_000, x -> (x - 0.37) * (x - 0.37)), List.of());
        assertThat(gp.suggest(3_000).orElseThrow().reason()).startsWith("GP: expected");
    }

    @Test
    void followsTheBorderOfAConstraint() {
        assertThat(OwnProblems.constrained().medianBest("gp", 1, 40)).isLessThan(0.01);
    }

    @Test
    void leavesTheBranchThatLooksGoodFirst() {
        assertThat(OwnProblems.branches().medianBest("gp", 3, 60)).isLessThan(0.1);
    }

    @Test
    void findsMoreCompromisesThanRandomSearch() {
        Task problem = BiObjectiveProblems.network();
        double missing = new SearchRun(problem, "gp", 1, 60, 1).regrets()[59];
        double missingAtRandom = new SearchRun(problem, "random", 1, 60, 1).regrets()[59];
        System.out.printf(
                "network, missing hypervolume after 60 trials: gp %.3g, random %.3g%n", missing, missingAtRandom);
        assertThat(missing).isLessThan(0.7 * missingAtRandom);
    }

    @Test
    void saysHowObjectivesAreWeighed() {
        List<FinishedTrial> history = new SearchRun(BiObjectiveProblems.zdt(), "random", 1, 20, 1).run();
        Sampler gp = Samplers.create("gp", BiObjectiveProblems.zdt().setup(1, 100));
        gp.update(history, List.of());
        assertThat(gp.suggest(20).orElseThrow().reason())
                .containsPattern("with the objectives weighed 0\\.\\d+ : 0\\.\\d+$");
    }

    private static SamplerSetup setup(Goal goal) {
        return new SamplerSetup(LINE, List.of(new Objective("value", goal)), 5, Map.of(), 100);
    }

    private static double x(Sampler sampler, int number) {
        return x(sampler.suggest(number).orElseThrow().configuration());
    }

    private static double x(Configuration configuration) {
        return (double) configuration.values().get("x");
    }

    private static List<FinishedTrial> trials(Outcome outcome, int count, DoubleUnaryOperator loss) {
        Sampler random = Samplers.create("random", setup(Goal.MINIMIZE));
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
}
