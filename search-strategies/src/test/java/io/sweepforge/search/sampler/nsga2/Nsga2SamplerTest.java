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
