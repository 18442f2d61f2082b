package io.sweepforge.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.Objective;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportanceAnalysisTest {
    private static final Map<String, Object> UNIT = Map.of("type", "float", "min", 0.0, "max", 1.0);
    private static final SearchSpace SQUARE = space(Map.of("x", UNIT, "y", UNIT, "z", UNIT));

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void findsTheParameterThatDecides(ImportanceMethod method) {
        Map<String, Double> shares =
                shares(method, SQUARE, 200, values -> 10 * number(values, "x") + number(values, "y"));
        assertThat(shares.get("x")).isGreaterThan(0.9);
        assertThat(shares.get("z")).isLessThan(0.04);
        assertThat(shares.values().stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void sharesTheVarianceOfALinearFunctionAsItsSquaredSlopes() {
        Map<String, Double> shares =
                shares(ImportanceMethod.FANOVA, SQUARE, 2_000, values -> 2 * number(values, "x") + number(values, "y"));
        assertThat(shares.get("x")).isCloseTo(0.8, within(0.03));
        assertThat(shares.get("y")).isCloseTo(0.2, within(0.03));
        assertThat(shares.get("z")).isLessThan(0.005);
    }

    /** Four categories with losses 0 to 3, in no order: a variance of 1.25, four times that of a uniform number times √3.75. */
    @Test
    void sharesTheVarianceOfCategoriesAsTheirMeans() {
        Map<String, Object> kind = Map.of("type", "categorical", "values", List.of("a", "b", "c", "d"));
        SearchSpace space = space(Map.of("kind", kind, "y", UNIT, "z", UNIT));
        Map<String, Integer> losses = Map.of("a", 2, "b", 0, "c", 3, "d", 1);
        Map<String, Double> shares = shares(
                ImportanceMethod.FANOVA,
                space,
                1_000,
                values -> losses.get((String) values.get("kind")) + Math.sqrt(3.75) * number(values, "y"));
        assertThat(shares.get("kind")).isCloseTo(0.8, within(0.03));
        assertThat(shares.get("y")).isCloseTo(0.2, within(0.03));
    }

    @Test
    void oftenSaysOfNoiseThatNothingStandsOut() {
        int nothing = 0;
        for (long seed = 0; seed < 40; seed++) {
            HashedRandom noise = new HashedRandom(seed, 0, 3);
            Importance importance = ImportanceAnalysis.of(
                    ImportanceMethod.PED_ANOVA, SQUARE, completed(SQUARE, 100, seed, values -> noise.unit()), 0, 1);
            nothing += importance.note().equals("No parameter stands out from chance.") ? 1 : 0;
        }
        assertThat(nothing).isBetween(4, 20);
    }

    @Test
    void treatsTrialsThatAreEquallyGoodAlike() {
        List<FinishedTrial> trials = completed(SQUARE, 200, 2, values -> Math.floor(2 * number(values, "x")));
        List<FinishedTrial> renumbered = trials.stream()
                .map(trial -> new FinishedTrial(
                        199 - trial.number(), trial.configuration(), trial.outcome(), trial.losses(), 1))
                .toList();
        Map<String, Double> first = shares(ImportanceAnalysis.of(ImportanceMethod.PED_ANOVA, SQUARE, trials, 0, 1));
        Map<String, Double> second =
                shares(ImportanceAnalysis.of(ImportanceMethod.PED_ANOVA, SQUARE, renumbered, 0, 1));
        first.forEach((name, share) -> assertThat(second.get(name)).isCloseTo(share, within(1e-9)));
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void givesNearlyNothingToParametersWithoutInfluence(ImportanceMethod method) {
        double total = 0;
        for (long seed = 0; seed < 10; seed++) {
            List<FinishedTrial> trials = completed(SQUARE, 60, seed, values -> Math.pow(number(values, "x") - 0.4, 2));
            total += shares(ImportanceAnalysis.of(method, SQUARE, trials, 0, seed))
                    .get("z");
        }
        assertThat(total / 10).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void measuresNumbersOnTheirScale(ImportanceMethod method) {
        Map<String, Object> rate = Map.of("type", "float", "min", 1e-5, "max", 1.0, "scale", "log");
        SearchSpace space = space(Map.of("rate", rate, "y", UNIT));
        Map<String, Double> shares = shares(
                method, space, 300, values -> Math.abs(Math.log10(number(values, "rate")) + 4) + number(values, "y"));
        assertThat(shares.get("rate")).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void seesCategoriesAndSmallIntegers(ImportanceMethod method) {
        Map<String, Object> kind = Map.of("type", "categorical", "values", List.of("a", "b", "c", "d"));
        Map<String, Object> size = Map.of("type", "int", "min", 1, "max", 3);
        SearchSpace space = space(Map.of("kind", kind, "size", size, "y", UNIT));
        Map<String, Double> shares = shares(
                method,
                space,
                200,
                values -> ("b".equals(values.get("kind")) ? 0 : 3)
                        + (values.get("size").equals(2L) ? 0 : 1)
                        + 0.1 * number(values, "y"));
        assertThat(shares.get("kind")).isGreaterThan(shares.get("y"));
        assertThat(shares.get("size")).isGreaterThan(shares.get("y"));
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void weightsConditionalParametersWithTheTrialsThatHadThem(ImportanceMethod method) {
        Map<String, Object> branch = Map.of("type", "categorical", "values", List.of("one", "two"));
        Map<String, Object> inner =
                Map.of("type", "float", "min", 0.0, "max", 1.0, "when", Map.of("branch", List.of("one")));
        SearchSpace space = space(Map.of("branch", branch, "inner", inner, "x", UNIT));
        Map<String, Double> shares = shares(
                method,
                space,
                400,
                values -> (values.containsKey("inner") ? 2 * number(values, "inner") : 1) + 2 * number(values, "x"));
        assertThat(shares.get("x")).isGreaterThan(shares.get("inner"));
        assertThat(shares.get("inner")).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void learnsFromTrialsThatWereStoppedOrCannotWork(ImportanceMethod method) {
        List<FinishedTrial> trials = new ArrayList<>();
        for (FinishedTrial trial : completed(SQUARE, 200, 3, values -> number(values, "x"))) {
            double x = trial.losses().get(0);
            if (x > 0.8) {
                trials.add(finished(trial, Outcome.INFEASIBLE, List.of(), 0));
            } else if (x > 0.6) {
                trials.add(finished(trial, Outcome.COMPLETED, List.of(Double.NaN), 9));
            } else {
                trials.add(x > 0.3 ? finished(trial, Outcome.PRUNED, List.of(x), 3) : trial);
            }
        }
        assertThat(shares(ImportanceAnalysis.of(method, SQUARE, trials, 0, 1)).get("x"))
                .isGreaterThan(0.9);
    }

    @Test
    void leavesOutTrialsThatSayNothing() {
        List<FinishedTrial> trials = new ArrayList<>(completed(SQUARE, 12, 1, values -> number(values, "x")));
        trials.set(0, finished(trials.get(0), Outcome.FAILED, List.of(), 0));
        trials.set(1, finished(trials.get(1), Outcome.CANCELLED, List.of(0.5), 1));
        Importance importance = ImportanceAnalysis.of(ImportanceMethod.PED_ANOVA, SQUARE, trials, 0, 1);
        assertThat(importance.trials()).isEqualTo(10);
        assertThat(importance.items()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void saysWhyThereIsNothingToSay(ImportanceMethod method) {
        assertThat(ImportanceAnalysis.of(method, SQUARE, List.of(), 0, 1))
                .isEqualTo(new Importance(0, List.of(), "Importance needs at least 10 finished trials; there are 0."));
        List<FinishedTrial> one = completed(SQUARE, 1, 1, values -> 1);
        assertThat(ImportanceAnalysis.of(method, SQUARE, one, 0, 1).note()).endsWith("there is 1.");
        List<FinishedTrial> flat = completed(SQUARE, 30, 1, values -> 1);
        assertThat(ImportanceAnalysis.of(method, SQUARE, flat, 0, 1).note())
                .startsWith("All finished trials are equally good");
    }

    @Test
    void saysWhichParametersHadTooFewTrials() {
        Map<String, Object> branch = Map.of("type", "int", "min", 1, "max", 100);
        Map<String, Object> rare =
                Map.of("type", "float", "min", 0.0, "max", 1.0, "when", Map.of("branch", List.of(1L)));
        SearchSpace space = space(Map.of("branch", branch, "rare", rare, "x", UNIT));
        List<FinishedTrial> trials = completed(space, 100, 5, values -> number(values, "x"));
        Importance importance = ImportanceAnalysis.of(ImportanceMethod.PED_ANOVA, space, trials, 0, 1);
        assertThat(importance.note()).isEqualTo("Too few trials had rare to judge it.");
        assertThat(shares(importance)).containsEntry("rare", 0.0);
    }

    @Test
    void judgesTheObjectiveThatIsAskedFor() {
        List<FinishedTrial> trials = new ArrayList<>();
        for (FinishedTrial trial : completed(SQUARE, 100, 1, values -> number(values, "x"))) {
            Objective accuracy = new Objective("accuracy", Objective.Goal.MAXIMIZE);
            double loss = accuracy.toLoss(number(trial.configuration().values(), "y"));
            trials.add(finished(trial, Outcome.COMPLETED, List.of(trial.losses().get(0), loss), 1));
        }
        assertThat(ImportanceAnalysis.of(ImportanceMethod.PED_ANOVA, SQUARE, trials, 0, 1)
                        .items()
                        .get(0)
                        .parameter())
                .isEqualTo("x");
        assertThat(ImportanceAnalysis.of(ImportanceMethod.FANOVA, SQUARE, trials, 1, 1)
                        .items()
                        .get(0)
                        .parameter())
                .isEqualTo("y");
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void dependsOnTheTrialsOnlyAndNotOnTheirOrder(ImportanceMethod method) {
        Problem problem = Problems.mixed();
        List<FinishedTrial> trials = completed(problem.space(), 150, 1, problem.loss());
        Importance first = ImportanceAnalysis.of(method, problem.space(), trials, 0, 7);
        List<FinishedTrial> shuffled = new ArrayList<>(trials);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(ImportanceAnalysis.of(method, problem.space(), shuffled, 0, 7))
                .isEqualTo(first);
        assertThat(first.items().get(0).parameter()).isEqualTo("lr");
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void copesWithHundredThousandTrials(ImportanceMethod method) {
        Problem problem = Problems.mixed();
        List<FinishedTrial> trials = completed(problem.space(), 100_000, 1, problem.loss());
        Importance importance = ImportanceAnalysis.of(method, problem.space(), trials, 0, 1);
        assertThat(importance.items()).hasSize(6);
    }

    @Test
    void saysWhenItLookedAtSomeTrialsOnly() {
        List<FinishedTrial> trials = completed(SQUARE, 3_000, 1, values -> number(values, "x"));
        Importance importance = ImportanceAnalysis.of(ImportanceMethod.FANOVA, SQUARE, trials, 0, 1);
        assertThat(importance.trials()).isEqualTo(1_000);
        assertThat(importance.note()).isEqualTo("Computed from 1000 of 3000 trials, evenly chosen.");
    }

    @Test
    void knowsMethodsByTheirNames() {
        assertThat(ImportanceMethod.of("fanova")).contains(ImportanceMethod.FANOVA);
        assertThat(ImportanceMethod.FANOVA.word()).isEqualTo("fanova");
        assertThat(ImportanceMethod.of("shap")).isEmpty();
        assertThat(ImportanceMethod.NAMES).containsExactly("ped-anova", "fanova");
    }

    private static Map<String, Double> shares(
            ImportanceMethod method, SearchSpace space, int trials, ToDoubleFunction<Map<String, Object>> loss) {
        return shares(ImportanceAnalysis.of(method, space, completed(space, trials, 1, loss), 0, 1));
    }

    private static Map<String, Double> shares(Importance importance) {
        return importance.items().stream()
                .collect(Collectors.toMap(Importance.Item::parameter, Importance.Item::importance));
    }

    private static List<FinishedTrial> completed(
            SearchSpace space, int count, long seed, ToDoubleFunction<Map<String, Object>> loss) {
        List<FinishedTrial> trials = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Configuration drawn = RandomDraws.feasible(space, new HashedRandom(seed, number, 9));
            double value = loss.applyAsDouble(drawn.values());
            trials.add(new FinishedTrial(number, drawn, Outcome.COMPLETED, List.of(value), 1));
        }
        return trials;
    }

    private static FinishedTrial finished(FinishedTrial trial, Outcome outcome, List<Double> losses, int epoch) {
        return new FinishedTrial(trial.number(), trial.configuration(), outcome, losses, epoch);
    }

    private static SearchSpace space(Map<String, Object> parameters) {
        return SpaceParser.parse(new TreeMap<>(parameters), null, null).get().space();
    }

    private static double number(Map<String, Object> values, String name) {
        return ((Number) values.get(name)).doubleValue();
    }
}
