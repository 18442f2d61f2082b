package io.sweepforge.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Objective;
import io.sweepforge.search.Objective.Goal;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.Spaces;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.SamplerCases.Case;
import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.ConfigurationCheck;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.strategy.StrategyDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler promises whatever it has been told: long, early, foreign, changed and unlucky histories. */
class SamplerHistoryContractTest {
    private static final SearchSpace SQUARE = Spaces.floats(2, 0, 1);
    /** What a sweep over the square becomes when one range is widened and a choice is added. */
    private static final SearchSpace NARROW = choice(0.5, "relu", "tanh");

    private static final SearchSpace WIDE = choice(1.0, "relu", "tanh", "gelu");

    private static SearchSpace choice(double rate, String... activations) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("activation", Spaces.choice(activations));
        tree.put("rate", Spaces.real(0, rate));
        return Spaces.of(tree);
    }

    static Stream<Case> everywhere() {
        return SamplerCases.everywhere();
    }

    static Stream<Case> onFloats() {
        return SamplerCases.on("floats", Problems.ackley6().space());
    }

    static Stream<Case> onContinuous() {
        return everywhere().filter(each -> !GridWalk.isFinite(each.space()));
    }

    static Stream<Case> onDiscrete() {
        return SamplerCases.onDiscrete();
    }

    static Stream<Case> onWidened() {
        return SamplerCases.on("a widened space", WIDE);
    }

    static Stream<Case> learningOnSquare() {
        return SamplerCases.learningOn("a square", SQUARE);
    }

    static Stream<String> kinds() {
        return Samplers.descriptions().stream().map(StrategyDescription::kind);
    }

    @ParameterizedTest
    @MethodSource("onContinuous")
    void servesBesideThousandsOfPendingTrials(Case each) {
        List<ActiveTrial> pending = drawn(each.space(), 3_000).stream()
                .map(trial -> new ActiveTrial(trial.number() + 1_000, trial.configuration()))
                .toList();
        Sampler sampler = each.sampler(1);
        sampler.update(drawn(each.space(), 50), pending);
        Configuration next = sampler.suggest(50).orElseThrow().configuration();
        assertValid(each.space(), next);
        assertThat(pending).extracting(ActiveTrial::configuration).doesNotContain(next);
    }

    @ParameterizedTest
    @MethodSource("onFloats")
    void servesAfterAHundredThousandTrials(Case each) {
        List<FinishedTrial> trials = drawn(each.space(), 100_000);
        Sampler sampler = each.sampler(1);
        sampler.update(trials, List.of());
        assertValid(each.space(), sampler.suggest(trials.size()).orElseThrow().configuration());
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void takesTrialsOfAnyOutcomeInAnyOrderAndOftenerThanOnce(Case each) {
        List<FinishedTrial> trials = eventful(drawn(each.space(), 25));
        List<ActiveTrial> active = drawn(each.space(), 28).subList(25, 28).stream()
                .map(trial -> new ActiveTrial(trial.number(), trial.configuration()))
                .toList();
        Sampler inOrder = each.sampler(3);
        inOrder.update(trials, active);
        Sampler shuffled = each.sampler(3);
        List<FinishedTrial> others = new ArrayList<>(trials);
        Collections.shuffle(others, new Random(12));
        shuffled.update(others.subList(0, 9), active.subList(0, 1));
        shuffled.suggest(60);
        shuffled.update(others.subList(5, 20), List.of());
        shuffled.update(others.subList(15, 25), List.of(active.get(2), active.get(0), active.get(1)));
        assertThat(shuffled.suggest(60)).isEqualTo(inOrder.suggest(60));
    }

    private static List<FinishedTrial> eventful(List<FinishedTrial> trials) {
        Outcome[] outcomes = Outcome.values();
        return trials.stream()
                .map(trial -> new FinishedTrial(
                        trial.number(),
                        trial.configuration(),
                        trial.number() % 3 == 0 ? outcomes[trial.number() % outcomes.length] : Outcome.COMPLETED,
                        trial.losses(),
                        1 + trial.number() % 4,
                        List.of(new CurvePoint(1, trial.losses()))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("onDiscrete")
    void trialsOfAnEarlierSweepDoNotBlockTheirConfigurations(Case each) {
        Sampler sampler = each.sampler(4);
        List<Configuration> points = GridWalk.points(each.space(), 1_000).orElseThrow();
        sampler.update(
                IntStream.range(0, points.size())
                        .mapToObj(i -> Trials.completed(-1 - i, points.get(i), i))
                        .toList(),
                List.of());
        assertThat(points).contains(sampler.suggest(0).orElseThrow().configuration());
    }

    @ParameterizedTest
    @MethodSource("onDiscrete")
    void doesNotRepeatTrialsThatWereAddedByHand(Case each) {
        List<Configuration> points = GridWalk.points(each.space(), 1_000).orElseThrow();
        List<FinishedTrial> byHand = new ArrayList<>();
        for (int i = 0; i < points.size() - 2; i++) {
            byHand.add(Trials.completed(i, points.get(i), i));
        }
        Sampler sampler = each.sampler(4);
        sampler.update(byHand, List.of(new ActiveTrial(500, points.get(points.size() - 2))));
        assertThat(sampler.suggest(byHand.size()).map(Suggestion::configuration))
                .contains(points.get(points.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("learningOnSquare")
    void learnsFromTrialsOfAnEarlierSweep(Case each) {
        ToDoubleFunction<Configuration> distance = at -> Math.abs(x(at, 0) - 0.8) + Math.abs(x(at, 1) - 0.3);
        Sampler sampler = each.sampler(6);
        sampler.update(
                drawn(SQUARE, 100).stream()
                        .map(trial -> Trials.completed(
                                -1 - trial.number(),
                                trial.configuration(),
                                distance.applyAsDouble(trial.configuration())))
                        .toList(),
                List.of());
        double mean = IntStream.range(0, 20)
                .mapToDouble(number -> distance.applyAsDouble(
                        sampler.suggest(number).orElseThrow().configuration()))
                .average()
                .orElseThrow();
        assertThat(mean).as("0.5 for random draws").isLessThan(0.35);
    }

    @ParameterizedTest
    @MethodSource("learningOnSquare")
    void avoidsAHalfWhereTrialsWereInfeasible(Case each) {
        Sampler sampler = each.sampler(8);
        List<FinishedTrial> trials = drawn(SQUARE, 200);
        List<FinishedTrial> left = trials.stream()
                .filter(trial -> x(trial.configuration(), 0) < 0.5)
                .limit(20)
                .toList();
        List<FinishedTrial> right = trials.stream()
                .filter(trial -> x(trial.configuration(), 0) > 0.5)
                .limit(10)
                .toList();
        left.forEach(trial -> sampler.update(List.of(infeasible(trial)), List.of()));
        right.forEach(trial -> sampler.update(
                List.of(Trials.completed(trial.number(), trial.configuration(), x(trial.configuration(), 1))),
                List.of()));
        int avoided = 0;
        for (int number = 200; number < 240; number++) {
            Configuration next = sampler.suggest(number).orElseThrow().configuration();
            FinishedTrial trial = Trials.completed(number, next, x(next, 1));
            sampler.update(List.of(x(next, 0) < 0.5 ? infeasible(trial) : trial), List.of());
            avoided += x(next, 0) < 0.5 ? 0 : 1;
        }
        assertThat(avoided).as("of 40 in the half that works").isGreaterThanOrEqualTo(28);
    }

    private static FinishedTrial infeasible(FinishedTrial trial) {
        return new FinishedTrial(trial.number(), trial.configuration(), Outcome.INFEASIBLE, List.of(), 0);
    }

    @ParameterizedTest
    @MethodSource("onWidened")
    void goesOnInAWidenedSpace(Case each) {
        Sampler sampler = each.sampler(9);
        sampler.update(drawn(NARROW, 30), List.of());
        int fresh = 0;
        for (int number = 30; number < 90; number++) {
            Configuration next = sampler.suggest(number).orElseThrow().configuration();
            assertValid(WIDE, next);
            boolean isNew = next.values().get("activation").equals("gelu") || rate(next) > 0.5;
            fresh += isNew ? 1 : 0;
            sampler.update(List.of(Trials.completed(number, next, isNew ? 0 : 1)), List.of());
        }
        assertThat(fresh).as("of 60 in the new part").isGreaterThan(5);
    }

    private static double rate(Configuration configuration) {
        return (double) configuration.values().get("rate");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void servesSeveralObjectivesOrSaysWhyNot(String kind) {
        Problem problem = Problems.mixed();
        List<Objective> two = List.of(new Objective("error", Goal.MINIMIZE), new Objective("speed", Goal.MAXIMIZE));
        SamplerSetup setup = new SamplerSetup(problem.space(), two, 1, Map.of(), 100);
        List<FieldError> refusals = Samplers.refusals(kind, setup);
        assertThat(refusals).allSatisfy(error -> assertThat(error.message()).isNotBlank());
        if (!refusals.isEmpty()) {
            return;
        }
        Sampler sampler = Samplers.create(kind, setup);
        for (int number = 0; number < 30; number++) {
            Configuration next = sampler.suggest(number).orElseThrow().configuration();
            assertValid(problem.space(), next);
            double error = number % 7 == 3 ? Double.NaN : problem.loss().applyAsDouble(next.values());
            List<Double> losses = List.of(error, (double) (long) next.values().get("units"));
            sampler.update(List.of(new FinishedTrial(number, next, Outcome.COMPLETED, losses, 1)), List.of());
        }
        assertThat(sampler.suggest(30).orElseThrow().reason()).isNotBlank().doesNotContain("NaN");
    }

    private static void assertValid(SearchSpace space, Configuration configuration) {
        assertThat(ConfigurationCheck.check(space, "trial", configuration.values())
                        .errors())
                .isEmpty();
    }

    private static double x(Configuration configuration, int d) {
        return (double) configuration.values().get("x" + d);
    }

    /** Random configurations, with losses that have nothing to do with them. */
    private static List<FinishedTrial> drawn(SearchSpace space, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    HashedRandom random = new HashedRandom(77, number, 1);
                    return Trials.completed(number, RandomDraws.feasible(space, random), random.unit());
                })
                .toList();
    }
}
