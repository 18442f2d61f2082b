package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.BiObjectiveProblems;
import io.sweepforge.search.problem.Medians;
import io.sweepforge.search.problem.OwnProblems;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SpaceParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmaEsSamplerTest {
    private static final String KIND = "cma-es";

    private static Problem find(String name) {
        return Stream.concat(Problems.all().stream(), OwnProblems.all().stream())
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Medians of Optuna's CMA-ES over the same seeds. */
    @ParameterizedTest
    @CsvSource({"sphere5, 0.0119", "rosen4, 1.86", "branin, 8.3e-6", "hart6, 0.0756", "ackley6, 2.7", "mixed, 0.000438"
    })
    void isAtMostTheRecordAfter200Trials(String problem, double record) {
        assertThat(find(problem).medianBest(KIND, 10, 200)).isLessThanOrEqualTo(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sphere5", "rosen4", "branin", "hart6", "ackley6", "rastr4", "mixed"})
    void comesAsFarWithSixteenTrialsAtOnce(String problem) {
        assertThat(medianOf(problem, 16)).isLessThanOrEqualTo(1.5 * medianOf(problem, 1));
    }

    private static double medianOf(String problem, int workers) {
        return Medians.of(IntStream.range(0, 10)
                .mapToDouble(seed -> new SearchRun(find(problem), KIND, seed, 200, workers).regrets()[199]));
    }

    @Test
    void findsTheBestCategory() {
        Problem mixed = Problems.mixed();
        for (int seed = 0; seed < 5; seed++) {
            List<FinishedTrial> trials = new SearchRun(mixed, KIND, seed, 200, 1).run();
            assertThat(trials.subList(150, 200).stream()
                            .filter(trial ->
                                    trial.configuration().values().get("opt").equals("adam"))
                            .count())
                    .as("seed %d", seed)
                    .isGreaterThan(35);
        }
    }

    @Test
    void beginsInTheMiddleAndSaysWhereItStands() {
        Sampler sampler = Samplers.create(KIND, Problems.sphere5().setup(1));
        Suggestion first = sampler.suggest(0).orElseThrow();
        assertThat(first.configuration().values().values()).containsOnly(0.0);
        assertThat(first.reason()).isEqualTo("CMA-ES: the middle of the ranges, to begin with");
        assertThat(sampler.suggest(1).orElseThrow().reason())
                .isEqualTo("CMA-ES: first points spread evenly, the search begins when 8 have finished");
        sampler.update(new SearchRun(Problems.sphere5(), KIND, 1, 8, 1).run(), List.of());
        assertThat(sampler.suggest(8).orElseThrow().reason())
                .isEqualTo("CMA-ES: generation 1 of restart 0, step size 0.2");
    }

    @Test
    void hasSmallerGenerationsWhileAWholeOneIsAtWork() {
        Problem noise = new Problem("noise", Problems.sphere5().space(), values -> 0, 1);
        List<FinishedTrial> trials = new SearchRun(noise, "random", 1, 64, 1).run();
        Sampler sampler = Samplers.create(KIND, noise.setup(1));
        sampler.update(trials.subList(0, 56), active(trials.subList(56, 63)));
        assertThat(sampler.suggest(63).orElseThrow().reason()).startsWith("CMA-ES: generation 7 of");
        sampler.update(List.of(), active(trials.subList(56, 64)));
        assertThat(sampler.suggest(64).orElseThrow().reason())
                .startsWith("CMA-ES: generation 8 of")
                .doesNotContain("draws");
    }

    @Test
    void goesOnAsIfTrialsAtWorkHadFinishedWithWhatIsExpected() {
        Problem sphere = Problems.sphere5();
        List<FinishedTrial> trials = new SearchRun(sphere, "random", 1, 72, 1).run();
        Sampler sampler = Samplers.create(KIND, sphere.setup(1));
        sampler.update(trials.subList(0, 56), active(trials.subList(56, 72)));
        assertThat(sampler.suggest(72).orElseThrow().reason())
                .startsWith("CMA-ES: generation 10 of")
                .contains("; the best of 3 draws by a model whose rank correlation is 0.");
    }

    @Test
    void answersTheSameInWhateverOrderTrialsAtWorkAreTold() {
        Problem mixed = Problems.mixed();
        List<FinishedTrial> trials = new SearchRun(mixed, KIND, 2, 116, 16).run();
        List<ActiveTrial> atWork = new ArrayList<>(active(trials.subList(100, 116)));
        Sampler one = Samplers.create(KIND, mixed.setup(2));
        one.update(trials.subList(0, 100), atWork);
        Collections.shuffle(atWork, new Random(5));
        Sampler other = Samplers.create(KIND, mixed.setup(2));
        for (FinishedTrial trial : trials.subList(0, 100)) {
            other.update(List.of(trial), atWork);
            other.suggest(116);
        }
        assertThat(one.suggest(116).orElseThrow().reason()).contains("the best of 3 draws");
        assertThat(other.suggest(116)).isEqualTo(one.suggest(116));
    }

    private static List<ActiveTrial> active(List<FinishedTrial> trials) {
        return trials.stream()
                .map(trial -> new ActiveTrial(trial.number(), trial.configuration()))
                .toList();
    }

    @Test
    void beginsAnewElsewhereOnceItHasConverged() {
        Problem line = new Problem(
                "line",
                SpaceParser.parse(Map.of("x", Map.of("type", "float", "min", 0.0, "max", 1.0)), null, null)
                        .get()
                        .space(),
                values -> Math.abs((double) values.get("x") - 0.3));
        Sampler sampler = Samplers.create(KIND, line.setup(0));
        sampler.update(new SearchRun(line, KIND, 0, 400, 1).run(), List.of());
        assertThat(sampler.suggest(400).orElseThrow().reason())
                .contains(" of restart ")
                .doesNotContain("restart 0");
    }

    @Test
    void beginsAnewWhenEverythingIsEquallyGood() {
        Problem flat = new Problem("flat", Problems.sphere5().space(), values -> 1);
        Sampler sampler = Samplers.create(KIND, flat.setup(0));
        sampler.update(new SearchRun(flat, KIND, 0, 400, 1).run(), List.of());
        assertThat(sampler.suggest(400).orElseThrow().reason()).contains("of restart 1");
    }

    @Test
    void startsWarmFromTheBestOfAnEarlierSweep() {
        Problem sphere = Problems.sphere5();
        Sampler sampler = Samplers.create(KIND, sphere.setup(3));
        List<FinishedTrial> earlier = new ArrayList<>();
        for (FinishedTrial trial : new SearchRun(sphere, KIND, 9, 150, 1).run()) {
            earlier.add(new FinishedTrial(
                    trial.number() - 150, trial.configuration(), trial.outcome(), trial.losses(), trial.epoch()));
        }
        sampler.update(earlier, List.of());
        Suggestion suggestion = sampler.suggest(0).orElseThrow();
        assertThat(sphere.loss().applyAsDouble(suggestion.configuration().values()))
                .isLessThan(15);
        assertThat(suggestion.reason()).startsWith("CMA-ES: generation 1");
    }

    @Test
    void learnsFromTrialsThatOthersProposed() {
        Problem sphere = Problems.sphere5();
        List<FinishedTrial> trials = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            HashedRandom random = new HashedRandom(4, number, 99);
            trials.add(sphere.evaluate(4, number, RandomDraws.feasible(sphere.space(), random)));
        }
        Sampler sampler = Samplers.create(KIND, sphere.setup(4));
        sampler.update(trials, List.of());
        double mean = Medians.of(IntStream.range(120, 140)
                .mapToDouble(number -> sphere.loss()
                        .applyAsDouble(sampler.suggest(number)
                                .orElseThrow()
                                .configuration()
                                .values())));
        double random =
                Medians.of(trials.stream().mapToDouble(trial -> trial.losses().get(0)));
        assertThat(mean).isLessThan(0.5 * random);
    }

    @Test
    void findsItsWayAlthoughEveryThirdTrialFails() {
        Problem sphere = Problems.sphere5();
        Sampler sampler = Samplers.create(KIND, sphere.setup(0));
        double best = Double.POSITIVE_INFINITY;
        for (int number = 0; number < 300; number++) {
            Configuration configuration = sampler.suggest(number).orElseThrow().configuration();
            FinishedTrial trial = sphere.evaluate(0, number, configuration);
            boolean fails = number % 3 == 1;
            best = fails ? best : Math.min(best, trial.losses().get(0));
            sampler.update(
                    List.of(fails ? Trials.finished(number, configuration, Outcome.FAILED, Double.NaN) : trial),
                    List.of());
        }
        assertThat(best).isLessThan(0.1);
    }

    @Test
    void goesOnWhenTrialsNeverFinish() {
        Problem sphere = Problems.sphere5();
        Sampler sampler = Samplers.create(KIND, sphere.setup(0));
        List<ActiveTrial> stuck = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (int number = 0; number < 400; number++) {
            Configuration configuration = sampler.suggest(number).orElseThrow().configuration();
            if (number % 4 != 0) {
                stuck.add(new ActiveTrial(number, configuration));
                sampler.update(List.of(), stuck);
                continue;
            }
            FinishedTrial trial = sphere.evaluate(0, number, configuration);
            best = Math.min(best, trial.losses().get(0));
            sampler.update(List.of(trial), stuck);
        }
        assertThat(best).isLessThan(1);
    }

    @Test
    void answersTheSameWhateverFinishedLate() {
        Problem mixed = Problems.mixed();
        List<FinishedTrial> trials = new ArrayList<>(new SearchRun(mixed, KIND, 2, 150, 16).run());
        Sampler atOnce = Samplers.create(KIND, mixed.setup(2));
        atOnce.update(trials, List.of());
        Collections.shuffle(trials, new Random(5));
        Sampler oneByOne = Samplers.create(KIND, mixed.setup(2));
        for (FinishedTrial trial : trials) {
            oneByOne.update(List.of(trial), List.of());
            oneByOne.suggest(150);
        }
        assertThat(oneByOne.suggest(150)).isEqualTo(atOnce.suggest(150));
    }

    @Test
    void remembersOnlySomeOfManyGenerationsAndAnswersTheSame() {
        Problem plane = new Problem("flat", Problems.branin().space(), values -> (double) values.get("x"));
        List<FinishedTrial> trials = new SearchRun(plane, KIND, 1, 1_500, 1).run();
        Sampler told = Samplers.create(KIND, plane.setup(1));
        Sampler late = Samplers.create(KIND, plane.setup(1));
        told.update(trials, List.of());
        for (FinishedTrial trial : trials) {
            if (trial.number() != 333) {
                late.update(List.of(trial), List.of());
            }
        }
        late.suggest(1_500);
        late.update(List.of(trials.get(333)), List.of());
        assertThat(late.suggest(1_500)).isEqualTo(told.suggest(1_500));
    }

    /** Quadratic work would take minutes. */
    @Test
    @Timeout(60)
    void takesAHundredThousandTrialsAtOnce() {
        Problem sphere = Problems.sphere5();
        List<FinishedTrial> trials = new ArrayList<>();
        for (int number = 0; number < 100_000; number++) {
            HashedRandom random = new HashedRandom(4, number, 99);
            trials.add(sphere.evaluate(4, number, RandomDraws.feasible(sphere.space(), random)));
        }
        Sampler sampler = Samplers.create(KIND, sphere.setup(4));
        sampler.update(trials, List.of());
        assertThat(sampler.suggest(100_000)).isPresent();
    }

    @Test
    void refusesWhatItCannotDoAndNamesWhatCan() {
        assertThat(Samplers.refusals(KIND, BiObjectiveProblems.zdt().setup(0, 10)))
                .containsExactly(new FieldError(
                        "sampler.kind", "cma-es optimises one objective, the sweep has 2; choose \"nsga2\""));
        Map<String, Object> tree = Map.of("c", Map.of("type", "categorical", "values", List.of("a", "b")));
        Problem categories =
                new Problem("c", SpaceParser.parse(tree, null, null).get().space(), values -> 0);
        assertThat(Samplers.refusals(KIND, categories.setup(0)))
                .containsExactly(new FieldError(
                        "sampler.kind", "cma-es needs a numeric parameter, the space has none; choose \"tpe\""));
    }
}
