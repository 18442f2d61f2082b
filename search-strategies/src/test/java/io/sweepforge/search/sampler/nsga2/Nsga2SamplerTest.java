package io.sweepforge.search.sampler.nsga2;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.BiObjectiveProblem;
import io.sweepforge.search.problem.BiObjectiveProblems;
import io.sweepforge.search.problem.Medians;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Nsga2SamplerTest {
    private static final String KIND = "nsga2";

    private static double missing(BiObjectiveProblem problem, String kind, int workers) {
        return Medians.of(IntStream.range(0, 10)
                .mapToDouble(seed -> new SearchRun(problem, kind, seed, 200, workers).regrets()[199]));
    }

    @Test
    void missesHalfAsMuchHypervolumeAsRandomDraws() {
        for (BiObjectiveProblem problem : BiObjectiveProblems.all()) {
            double random = missing(problem, "random", 1);
            assertThat(missing(problem, KIND, 1)).as(problem.name()).isLessThan(0.5 * random);
        }
        BiObjectiveProblem zdt = BiObjectiveProblems.zdt();
        assertThat(missing(zdt, KIND, 16)).isLessThan(0.6 * missing(zdt, "random", 16));
    }

    @Test
    void servesOneObjective() {
        assertThat(Problems.sphere5().medianBest(KIND, 3, 200)).isLessThan(1);
    }

    @Test
    void answersTheSameInWhicheverOrderTrialsFinish() {
        BiObjectiveProblem zdt = BiObjectiveProblems.zdt();
        List<FinishedTrial> trials = new ArrayList<>(new SearchRun(zdt, KIND, 2, 120, 16).run());
        Sampler atOnce = Samplers.create(KIND, zdt.setup(2, 200));
        atOnce.update(trials, List.of());
        Collections.shuffle(trials, new Random(5));
        Sampler oneByOne = Samplers.create(KIND, zdt.setup(2, 200));
        for (FinishedTrial trial : trials) {
            oneByOne.update(List.of(trial), List.of());
            oneByOne.suggest(120);
        }
        assertThat(oneByOne.suggest(120)).isEqualTo(atOnce.suggest(120));
    }

    @Test
    void namesTheParents() {
        BiObjectiveProblem zdt = BiObjectiveProblems.zdt();
        Sampler sampler = Samplers.create(KIND, zdt.setup(2, 200));
        assertThat(sampler.suggest(0).orElseThrow().reason())
                .isEqualTo("NSGA-II: one of 20 first points spread evenly");
        sampler.update(new SearchRun(zdt, KIND, 2, 100, 1).run(), List.of());
        List<String> reasons = IntStream.range(100, 300)
                .mapToObj(number -> sampler.suggest(number).orElseThrow().reason())
                .toList();
        assertThat(reasons)
                .anyMatch(reason -> reason.matches("NSGA-II: child of trials \\d+ and \\d+, which are on the front"));
        assertThat(reasons)
                .anyMatch(reason -> reason.matches("NSGA-II: mutation of trial \\d+, which is on the front"));
    }

    @Test
    void saysOnTheFrontOnlyOfThoseThatAre() {
        BiObjectiveProblem zdt = BiObjectiveProblems.zdt();
        Sampler sampler = Samplers.create(KIND, zdt.setup(2, 200));
        List<FinishedTrial> trials = IntStream.range(0, 20)
                .mapToObj(number -> new FinishedTrial(
                        number,
                        sampler.suggest(number).orElseThrow().configuration(),
                        Outcome.COMPLETED,
                        number == 7 ? List.of(0.0, 0.0) : List.of(1.0 + number, 1.0),
                        1))
                .toList();
        sampler.update(trials, List.of());
        List<String> reasons = IntStream.range(20, 400)
                .mapToObj(number -> sampler.suggest(number).orElseThrow().reason())
                .toList();
        assertThat(reasons)
                .allMatch(reason -> reason.endsWith("on the front")
                        ? reason.equals("NSGA-II: mutation of trial 7, which is on the front")
                        : reason.endsWith("among the best 20"))
                .anyMatch(reason -> reason.endsWith("on the front"))
                .anyMatch(reason -> reason.startsWith("NSGA-II: child of trials 0 and 7, which are"))
                .noneMatch(reason -> reason.matches(".*trials (\\d+) and \\1,.*"));
    }

    @Test
    void beginsWithASpreadPopulationThatNoWorkerWaitsFor() {
        BiObjectiveProblem zdt = BiObjectiveProblems.zdt();
        Sampler sampler = Samplers.create(KIND, zdt.setup(2, 200));
        List<FinishedTrial> trials = new SearchRun(zdt, KIND, 2, 20, 1).run();
        sampler.update(trials.subList(0, 3), List.of());
        assertThat(sampler.suggest(30).orElseThrow().reason()).contains("first points");
        sampler.update(trials.subList(3, 4), List.of());
        assertThat(sampler.suggest(19).orElseThrow().reason()).contains("first points");
        assertThat(sampler.suggest(20).orElseThrow().reason()).doesNotContain("first points");
        sampler.update(trials.subList(4, 20), List.of());
        assertThat(sampler.suggest(19).orElseThrow().reason()).doesNotContain("first points");
    }

    @Test
    void spreadsTheFirstPointsOverAllCategories() {
        Sampler sampler = Samplers.create(
                KIND, new SamplerSetup(Problems.mixed().space(), BiObjectiveProblem.MINIMIZE_BOTH, 1, Map.of(), 100));
        Map<Object, Long> counts = IntStream.range(0, 16)
                .mapToObj(number -> sampler.suggest(number)
                        .orElseThrow()
                        .configuration()
                        .values()
                        .get("opt"))
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        assertThat(counts)
                .hasSize(3)
                .allSatisfy((value, count) -> assertThat(count).isBetween(4L, 7L));
    }

    @Test
    void startsWarmAndAvoidsWhatIsInfeasible() {
        BiObjectiveProblem zdt = BiObjectiveProblems.zdt();
        List<FinishedTrial> earlier = new ArrayList<>();
        for (FinishedTrial trial : new SearchRun(zdt, "random", 2, 60, 1).run()) {
            boolean high = (double) trial.configuration().values().get("x0") > 0.5;
            Outcome outcome = high ? Outcome.INFEASIBLE : Outcome.COMPLETED;
            earlier.add(new FinishedTrial(
                    trial.number() - 60, trial.configuration(), outcome, high ? List.of() : trial.losses(), 1));
        }
        SamplerSetup setup =
                new SamplerSetup(zdt.space(), BiObjectiveProblem.MINIMIZE_BOTH, 1, Map.of("populationSize", 10), 100);
        Sampler sampler = Samplers.create(KIND, setup);
        sampler.update(earlier, List.of());
        long low = IntStream.range(0, 40)
                .filter(number -> (double) sampler.suggest(number)
                                .orElseThrow()
                                .configuration()
                                .values()
                                .get("x0")
                        <= 0.5)
                .count();
        assertThat(low).isGreaterThan(35);
        assertThat(sampler.suggest(0).orElseThrow().reason())
                .startsWith("NSGA-II: ")
                .contains("of trial");
    }
}
