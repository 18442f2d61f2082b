package io.sweepforge.search.scheduler.median;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MedianSchedulerTest {
    private static final Objective ACCURACY = new Objective("accuracy", Objective.Goal.MAXIMIZE);

    private Scheduler median = scheduler(Map.of("startupTrials", 2));

    private static SchedulerSetup setup(Map<String, Object> options) {
        return new SchedulerSetup(Problems.mixed().space(), List.of(ACCURACY), 0, options, 100, 10);
    }

    private static Scheduler scheduler(Map<String, Object> options) {
        return Schedulers.create("median", setup(options));
    }

    private Decision report(int number, int epoch, double accuracy) {
        Observation observation = new Observation(number, epoch, List.of(ACCURACY.toLoss(accuracy)));
        Decision decision = median.decide(observation);
        median.record(observation, decision);
        return decision;
    }

    @Test
    void stopsATrialWhoseBestIsWorseThanTheMedianOfTheAverages() {
        report(0, 1, 0.2);
        report(1, 1, 0.5);
        assertThat(report(0, 2, 0.6).reason()).startsWith("0 of the 2 trials that are needed");
        assertThat(report(1, 2, 0.5).reason()).startsWith("1 of the 2 trials that are needed");
        assertThat(report(2, 2, 0.45).reason())
                .isEqualTo(
                        "best so far accuracy 0.45 at epoch 2: 1 of 2 other trials averaged better until epoch 2, not"
                                + " more than half");
        assertThat(report(3, 2, 0.3).reason())
                .isEqualTo("best so far accuracy 0.3 at epoch 2: 3 of 3 other trials averaged better until epoch 2,"
                        + " more than half");
    }

    @Test
    void theBestSoFarCountsNotTheLast() {
        report(0, 1, 0.5);
        report(1, 1, 0.5);
        report(2, 1, 0.9);
        report(0, 2, 0.6);
        report(1, 2, 0.6);
        assertThat(report(2, 2, 0.1)).isInstanceOf(Decision.Continue.class);
    }

    @Test
    void theBestOfAnErrorIsTheSmallest() {
        Objective error = new Objective("error", Objective.Goal.MINIMIZE);
        Scheduler scheduler = Schedulers.create(
                "median",
                new SchedulerSetup(Problems.mixed().space(), List.of(error), 0, Map.of("startupTrials", 1), 100, 10));
        Observation good = new Observation(0, 1, List.of(0.3));
        scheduler.record(good, scheduler.decide(good));
        assertThat(scheduler.decide(new Observation(1, 1, List.of(0.4))))
                .isEqualTo(new Decision.Stop("best so far error 0.4 at epoch 1: 1 of 1 other trials averaged better"
                        + " until epoch 1, more than half"));
    }

    @Test
    void aStoppedTrialStaysStoppedAndADivergedOneStopsAtOnce() {
        Decision stop = report(0, 1, Double.NaN);
        assertThat(stop).isEqualTo(new Decision.Stop("accuracy NaN at epoch 1 is not a number"));
        assertThat(report(0, 2, 0.9)).isEqualTo(stop);
        report(1, 1, 0.1);
        assertThat(report(2, 1, 0.05).reason()).contains("1 of 2 other trials averaged better");
    }

    @Test
    void aLateReportChangesNothing() {
        report(0, 3, 0.5);
        assertThat(report(0, 2, 0.9).reason()).isEqualTo("no comparison at epoch 2");
        assertThat(report(1, 2, 0.4).reason()).startsWith("0 of the 2 trials");
    }

    @Test
    void comparesAtEveryIntervalFromTheFirstEpochsOn() {
        assertThat(scheduler(Map.of()).rungs()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        median = scheduler(Map.of("minEpochs", 3, "interval", 4, "startupTrials", 1));
        assertThat(median.rungs()).containsExactly(3, 7);
        assertThat(report(0, 2, Double.NaN).reason()).isEqualTo("no comparison at epoch 2");
        report(0, 4, 0.5);
        assertThat(report(1, 5, 0.4).reason())
                .isEqualTo(
                        "best so far accuracy 0.4 at epoch 5: 1 of 1 other trials averaged better until epoch 3, more"
                                + " than half");
    }

    @Test
    void refusesAFirstComparisonAfterTheEnd() {
        assertThat(Schedulers.refusals("median", setup(Map.of("minEpochs", 10))))
                .containsExactly(
                        new FieldError("scheduler.minEpochs", "must be less than the 10 epochs of a trial, was 10"));
    }
}
