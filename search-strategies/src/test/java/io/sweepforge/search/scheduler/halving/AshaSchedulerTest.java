package io.sweepforge.search.scheduler.halving;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AshaSchedulerTest {
    private static final Objective ACCURACY = new Objective("accuracy", Objective.Goal.MAXIMIZE);

    private static SchedulerSetup setup(int maxEpochs, Map<String, Object> options) {
        return new SchedulerSetup(Problems.mixed().space(), List.of(ACCURACY), 0, options, 100, maxEpochs);
    }

    private final Scheduler asha = Schedulers.create("asha", setup(20, Map.of("mode", "stopping")));

    private Decision report(int number, int epoch, double accuracy) {
        Observation observation = new Observation(number, epoch, List.of(ACCURACY.toLoss(accuracy)));
        Decision decision = asha.decide(observation);
        asha.record(observation, decision);
        return decision;
    }

    @Test
    void rungsGrowGeometricallyAndEndBeforeTheLastEpoch() {
        assertThat(asha.rungs()).containsExactly(1, 3, 9);
        assertThat(Schedulers.create("asha", setup(16, Map.of("reductionFactor", 2, "minEpochs", 2)))
                        .rungs())
                .containsExactly(2, 4, 8);
        assertThat(Schedulers.create("asha", setup(1, Map.of())).rungs()).isEmpty();
    }

    @Test
    void onlyTheBestThirdRoundedUpGoesOn() {
        assertThat(report(0, 1, 0.1)).isInstanceOf(Decision.Continue.class);
        assertThat(report(1, 1, 0.2)).isInstanceOf(Decision.Continue.class);
        assertThat(report(2, 1, 0.15)).isInstanceOf(Decision.Stop.class);
        assertThat(report(3, 1, 0.3)).isInstanceOf(Decision.Continue.class);
        assertThat(report(4, 1, 0.1)).isInstanceOf(Decision.Stop.class);
        assertThat(report(5, 1, 0.25)).isInstanceOf(Decision.Continue.class);
        assertThat(report(0, 3, 0.1)).isInstanceOf(Decision.Continue.class);
    }

    @Test
    void withoutOneOfItsLossesATrialDoesNotGoOn() {
        SchedulerSetup two = new SchedulerSetup(
                Problems.mixed().space(), List.of(ACCURACY, ACCURACY), 0, Map.of("mode", "stopping"), 100, 20);
        for (List<Double> losses : List.of(List.of(-1.0, Double.NaN), List.of(-1.0))) {
            Decision decision = Schedulers.create("asha", two).decide(new Observation(0, 1, losses));
            assertThat(decision).isInstanceOf(Decision.Stop.class);
            assertThat(decision.reason()).endsWith(" at epoch 1 is not a number");
        }
    }

    @Test
    void ofTwoEqualsTheEarlierIsAhead() {
        assertThat(report(0, 1, 0.0)).isInstanceOf(Decision.Continue.class);
        assertThat(report(1, 1, -0.0)).isInstanceOf(Decision.Stop.class);
        assertThat(report(2, 1, 0.0)).isInstanceOf(Decision.Stop.class);
        assertThat(report(3, 1, 0.0).reason()).endsWith("ranks 4 of 4 at rung 1, not among the best 2");
    }

    @Test
    void theReasonSaysWhereTheTrialStands() {
        report(0, 1, 2 / 3.0);
        report(1, 1, 0.6);
        assertThat(report(2, 1, 0.4).reason())
                .isEqualTo("accuracy 0.4 at epoch 1 ranks 3 of 3 at rung 1, not among the best 1");
        assertThat(report(3, 1, 0.9).reason())
                .isEqualTo("accuracy 0.9 at epoch 1 ranks 1 of 4 at rung 1, among the best 2");
        assertThat(report(4, 1, 1 / 3.0).reason())
                .isEqualTo("accuracy 0.33333 at epoch 1 ranks 5 of 5 at rung 1, not among the best 2");
        assertThat(report(0, 2, 0.4).reason()).isEqualTo("no comparison at epoch 2");
        assertThat(report(0, 3, 0.4).reason())
                .isEqualTo("accuracy 0.4 at epoch 3 ranks 1 of 1 at rung 3, among the best 1");
    }

    @Test
    void aDivergedTrialStopsAtItsNextRungEvenWhenItIsFirst() {
        assertThat(report(0, 1, Double.NaN)).isInstanceOf(Decision.Stop.class);
        assertThat(report(1, 1, 0.1)).isInstanceOf(Decision.Continue.class);
        assertThat(report(2, 1, 0.2)).isInstanceOf(Decision.Continue.class);
        assertThat(report(0, 2, 0.9).reason()).isEqualTo("accuracy NaN at epoch 1 is not a number");
    }

    @Test
    void judgesASkippedRungAtTheNextReport() {
        report(0, 4, 0.5);
        report(1, 5, 0.6);
        assertThat(report(2, 4, 0.1)).isInstanceOf(Decision.Stop.class);
        assertThat(report(0, 5, 0.0)).isInstanceOf(Decision.Continue.class);
    }

    @Test
    void aLateReportOfAnEarlierEpochIsNotJudgedAgain() {
        report(0, 3, 0.5);
        assertThat(report(0, 1, 0.0).reason()).startsWith("no comparison");
    }

    @Test
    void stopsAboutTwoThirdsOfManyTrialsAtTheFirstRung() {
        Map<Class<?>, Integer> counts = new HashMap<>();
        for (int number = 0; number < 10_000; number++) {
            double accuracy = (number * 0.6180339887498949) % 1;
            counts.merge(report(number, 1, accuracy).getClass(), 1, Integer::sum);
        }
        assertThat(counts.get(Decision.Continue.class)).isBetween(3_300, 3_400);
    }

    @Test
    void refusesEveryWrongOption() {
        SchedulerSetup wrong =
                setup(20, Map.of("reductionFactor", 1, "minEpoch", 2, "mode", "pausing", "minEpochs", 2.5));
        assertThat(Schedulers.refusals("asha", wrong))
                .containsExactlyInAnyOrder(
                        new FieldError("scheduler.reductionFactor", "must be an integer of at least 2, was 1"),
                        new FieldError("scheduler.minEpoch", "is not a known option; did you mean \"minEpochs\"?"),
                        new FieldError("scheduler.mode", "must be one of \"stopping\", \"promotion\", was \"pausing\""),
                        new FieldError("scheduler.minEpochs", "must be an integer of at least 1, was 2.5"));
        assertThat(Schedulers.refusals("asha", setup(5, Map.of("minEpochs", 5))))
                .containsExactly(
                        new FieldError("scheduler.minEpochs", "must be less than the 5 epochs of a trial, was 5"));
        assertThat(Schedulers.refusals("none", setup(5, Map.of("minEpochs", 1))))
                .extracting(FieldError::message)
                .containsExactly("is not a known option; there are none");
        assertThat(Schedulers.refusals("ash", setup(5, Map.of())))
                .extracting(FieldError::message)
                .first()
                .asString()
                .startsWith("must be one of \"none\", \"asha\"");
    }
}
