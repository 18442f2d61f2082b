package io.sweepforge.search.scheduler.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PbtSchedulerTest {
    private static final Objective ACCURACY = new Objective("accuracy", Objective.Goal.MAXIMIZE);
    private static final Map<String, Object> OPTIONS = Map.of("population", 8, "interval", 5);

    private final Scheduler pbt = Schedulers.create("pbt", setup(20, 10));

    private static SchedulerSetup setup(int maxEpochs, int trials) {
        return new SchedulerSetup(Problems.mixed().space(), List.of(ACCURACY), 0, OPTIONS, trials, maxEpochs);
    }

    private Decision report(int number, int epoch, double accuracy) {
        Observation observation = new Observation(number, epoch, List.of(ACCURACY.toLoss(accuracy)));
        Decision decision = pbt.decide(observation);
        pbt.record(observation, decision);
        return decision;
    }

    /** Trials 0 to 2 at epoch 5; 1 is the best. */
    private void threeAtTheFirstComparison() {
        assertThat(report(0, 5, 0.5)).isInstanceOf(Decision.Continue.class);
        assertThat(report(1, 5, 0.7)).isInstanceOf(Decision.Continue.class);
        assertThat(report(2, 5, 0.6)).isInstanceOf(Decision.Continue.class);
    }

    @Test
    void samplesThePopulationOnlyAndComparesAtEveryInterval() {
        assertThat(pbt.sampledTrials()).isEqualTo(8);
        assertThat(pbt.rungs()).containsExactly(5, 10, 15);
    }

    @Test
    void replacesTheWorstQuarterByACopyOfTheBest() {
        threeAtTheFirstComparison();
        assertThat(report(3, 5, 0.4))
                .isEqualTo(new Decision.Exploit(
                        1, "accuracy 0.4 at epoch 5 ranks 4 of 4: a copy of trial 1, which ranks 1, takes its place"));
        assertThat(report(4, 5, 0.45).reason())
                .isEqualTo("accuracy 0.45 at epoch 5 ranks 4 of 5, not among the worst 1");
    }

    @Test
    void nobodyIsReplacedAmongTooFew() {
        assertThat(report(0, 5, 0.1).reason()).isEqualTo("accuracy 0.1 at epoch 5 ranks 1 of 1, too few to choose");
        assertThat(report(1, 5, 0.05)).isInstanceOf(Decision.Continue.class);
    }

    @Test
    void replacesADivergedTrialAsSoonAsThereIsSomebodyToCopy() {
        assertThat(report(0, 5, Double.NaN).reason()).endsWith("; there is nobody better to copy");
        assertThat(report(1, 5, Double.NaN)).isInstanceOf(Decision.Continue.class);
        assertThat(report(2, 5, 0.6)).isInstanceOf(Decision.Continue.class);
        assertThat(report(3, 5, Double.NaN))
                .isInstanceOfSatisfying(
                        Decision.Exploit.class,
                        exploit -> assertThat(exploit.donor()).isEqualTo(2));
    }

    @Test
    void copiesNobodyWhoWasReplaced() {
        threeAtTheFirstComparison();
        report(0, 10, 0.9);
        report(3, 10, 0.91);
        report(4, 10, 0.92);
        assertThat(report(1, 10, 0.1)).isInstanceOf(Decision.Exploit.class);
        assertThat(report(5, 5, 0.1).reason()).endsWith("; there is nobody better to copy");
    }

    @Test
    void copiesAnyOfTheBestQuarterThatIsStillTraining() {
        List<Double> atFive = List.of(0.9, 0.8, 0.5, 0.51, 0.52, 0.53, 0.54);
        for (int number = 0; number < atFive.size(); number++) {
            report(number, 5, atFive.get(number));
        }
        assertThat(donorsForABadTrial()).containsOnly(0, 1);
        report(2, 10, 0.9);
        assertThat(report(0, 10, Double.NaN)).isInstanceOf(Decision.Exploit.class);
        assertThat(donorsForABadTrial()).containsOnly(1);
    }

    /** For any number that it could have. */
    private Set<Integer> donorsForABadTrial() {
        return IntStream.range(7, 40)
                .mapToObj(number -> pbt.decide(new Observation(number, 5, List.of(ACCURACY.toLoss(0.1)))))
                .map(decision -> ((Decision.Exploit) decision).donor())
                .collect(Collectors.toSet());
    }

    @Test
    void aTrialThatWentOnAlthoughItWasToBeReplacedIsJudgedAgain() {
        threeAtTheFirstComparison();
        Decision first = report(3, 5, 0.4);
        assertThat(report(3, 6, 0.4)).isEqualTo(first);
        assertThat(report(3, 10, 0.8)).isInstanceOf(Decision.Continue.class);
        assertThat(report(3, 11, 0.8).reason()).isEqualTo("no comparison at epoch 11");
    }

    @Test
    void stopsCopyingWhenTheBudgetIsSpent() {
        threeAtTheFirstComparison();
        assertThat(report(3, 5, 0.4)).isInstanceOf(Decision.Exploit.class);
        assertThat(report(4, 5, 0.3)).isInstanceOf(Decision.Exploit.class);
        assertThat(report(5, 5, 0.2).reason()).endsWith("; the budget has no trials left for copies");
    }

    @Test
    void refusesWhatCannotWork() {
        SearchSpace words = new SearchSpace(
                List.of(new Parameter("any", new CategoricalDomain(List.of("a", "b")), List.of())), List.of());
        assertThat(Schedulers.refusals("pbt", new SchedulerSetup(words, List.of(ACCURACY), 0, OPTIONS, 8, 5)))
                .containsExactly(
                        new FieldError("scheduler.interval", "must be less than the 5 epochs of a trial, was 5"),
                        new FieldError(
                                "scheduler.population",
                                "must leave room for copies among the 8 trials of the budget, was 8"),
                        new FieldError(
                                "scheduler.kind",
                                "pbt changes floats while trials train, and the space has none; add one or choose"
                                        + " \"asha\""));
    }
}
