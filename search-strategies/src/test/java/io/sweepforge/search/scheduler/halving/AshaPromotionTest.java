package io.sweepforge.search.scheduler.halving;

import static org.assertj.core.api.Assertions.assertThat;

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

class AshaPromotionTest {
    private static final Objective ACCURACY = new Objective("accuracy", Objective.Goal.MAXIMIZE);

    private final Scheduler asha = Schedulers.create(
            "asha", new SchedulerSetup(Problems.mixed().space(), List.of(ACCURACY), 0, Map.of(), 100, 20));

    private Decision report(int number, int epoch, double accuracy) {
        Observation observation = new Observation(number, epoch, List.of(ACCURACY.toLoss(accuracy)));
        Decision decision = asha.decide(observation);
        asha.record(observation, decision);
        return decision;
    }

    /** Trials 0, 1, 2 at the first rung: 0 goes on, 1 and 2 wait. */
    private void threeAtTheFirstRung() {
        assertThat(report(0, 1, 0.9)).isInstanceOf(Decision.Continue.class);
        assertThat(report(1, 1, 0.7)).isInstanceOf(Decision.Pause.class);
        assertThat(report(2, 1, 0.8)).isInstanceOf(Decision.Pause.class);
    }

    @Test
    void aTrialThatIsNotAmongTheBestWaitsAndIsPromotedWhenThereIsRoom() {
        threeAtTheFirstRung();
        assertThat(report(3, 1, 0.5))
                .isEqualTo(new Decision.Promote(
                        2,
                        3,
                        "trial 2 goes on in place of trial 3: its accuracy 0.8 at epoch 1 ranks 2 of 4 at rung 1, among"
                                + " the best 2"));
        assertThat(report(4, 1, 0.6).reason())
                .isEqualTo("accuracy 0.6 at epoch 1 ranks 4 of 5 at rung 1, not among the best 2; waits");
        assertThat(report(5, 1, 0.4)).isInstanceOf(Decision.Pause.class);
        assertThat(report(6, 1, 0.3))
                .isInstanceOfSatisfying(
                        Decision.Promote.class,
                        promote -> assertThat(promote.number()).isEqualTo(1));
    }

    @Test
    void aReporterAmongTheBestTakesTheRoomItself() {
        threeAtTheFirstRung();
        assertThat(report(3, 1, 0.85)).isInstanceOf(Decision.Continue.class);
        assertThat(report(4, 1, 0.1)).isInstanceOf(Decision.Pause.class);
    }

    @Test
    void whenTrialsGetBetterOnlyTheBestOneGoesOnBeyondThePlaces() {
        for (int number = 0; number < 30; number++) {
            report(number, 1, 0.1 + 0.01 * (number / 2 * 2 - number % 2 * 3));
        }
        assertThat(report(30, 1, 0.99).reason()).endsWith("ranks 1 of 31 at rung 1, among the best 11");
        assertThat(report(31, 1, 0.98))
                .isEqualTo(new Decision.Pause("accuracy 0.98 at epoch 1 ranks 2 of 32 at rung 1, among the best 11, who"
                        + " are all on their way; waits"));
    }

    @Test
    void aTrialThatWaitsAlthoughItIsGoodGoesOnWhenOthersHaveCome() {
        report(0, 1, 0.1);
        report(1, 1, 0.2);
        report(2, 1, 0.3);
        assertThat(report(3, 1, 0.25)).isInstanceOf(Decision.Pause.class);
        for (int number = 4; number < 9; number++) {
            assertThat(report(number, 1, 0.0)).isInstanceOf(Decision.Pause.class);
        }
        assertThat(report(9, 1, 0.0))
                .isInstanceOfSatisfying(
                        Decision.Promote.class,
                        promote -> assertThat(promote.number()).isEqualTo(3));
    }

    @Test
    void aPromotedTrialIsNotJudgedAgainAtItsRungWhenItResumesFromAnEarlierCheckpoint() {
        threeAtTheFirstRung();
        report(3, 1, 0.5);
        assertThat(report(2, 1, 0.0).reason()).isEqualTo("no comparison at epoch 1");
        assertThat(report(2, 3, 0.8)).isInstanceOf(Decision.Continue.class);
        assertThat(report(2, 1, 0.0)).isInstanceOf(Decision.Continue.class);
        assertThat(report(4, 1, 0.6).reason()).contains("ranks 4 of 5");
    }

    @Test
    void aTrialThatReportsAlthoughItIsPausedIsToldAgain() {
        threeAtTheFirstRung();
        assertThat(report(1, 1, 0.7)).isEqualTo(new Decision.Pause("waits at rung 1 to be promoted"));
        assertThat(report(1, 2, 0.99)).isInstanceOf(Decision.Pause.class);
        assertThat(report(1, 3, 0.99)).isEqualTo(new Decision.Pause("waits at rung 1 to be promoted"));
        assertThat(report(1, 4, 0.99)).isEqualTo(new Decision.Pause("waits at rung 3 to be promoted"));
    }

    @Test
    void aTrialThatReachedAHigherRungWhilePausingIsPromotedFromThereByTheNextReport() {
        threeAtTheFirstRung();
        report(1, 3, 0.99);
        assertThat(report(3, 1, 0.5)).isInstanceOfSatisfying(Decision.Promote.class, promote -> {
            assertThat(promote.number()).isEqualTo(1);
            assertThat(promote.untilEpoch()).isEqualTo(9);
        });
        assertThat(report(4, 1, 0.4)).isInstanceOf(Decision.Pause.class);
        assertThat(report(5, 1, 0.3)).isInstanceOf(Decision.Pause.class);
        assertThat(report(6, 1, 0.2))
                .isInstanceOfSatisfying(
                        Decision.Promote.class,
                        promote -> assertThat(promote.number()).isEqualTo(2));
    }

    @Test
    void promotesFromTheLastRungToTheLastEpoch() {
        report(0, 9, 0.9);
        report(1, 9, 0.8);
        report(2, 9, 0.7);
        assertThat(report(3, 9, 0.6)).isInstanceOfSatisfying(Decision.Promote.class, promote -> {
            assertThat(promote.number()).isEqualTo(1);
            assertThat(promote.untilEpoch()).isEqualTo(20);
        });
    }

    @Test
    void aDivergedTrialMakesRoomForAnotherAndIsNeverPromoted() {
        threeAtTheFirstRung();
        assertThat(report(3, 1, Double.NaN)).isInstanceOf(Decision.Promote.class);
        assertThat(report(4, 1, Double.NaN)).isEqualTo(new Decision.Stop("accuracy NaN at epoch 1 is not a number"));
        for (int number = 5; number < 12; number++) {
            assertThat(report(number, 1, Double.NaN)).isNotInstanceOfAny(Decision.Continue.class, Decision.Pause.class);
        }
    }

    @Test
    void promotingATrialThatHasEndedHoldsNobodyUp() {
        threeAtTheFirstRung();
        report(3, 1, 0.5);
        assertThat(report(4, 1, 0.95)).isInstanceOf(Decision.Continue.class);
        assertThat(report(5, 1, 0.1)).isInstanceOf(Decision.Pause.class);
        assertThat(report(6, 1, 0.1)).isInstanceOf(Decision.Pause.class);
    }

    @Test
    void everyRoomIsTakenAtOnce() {
        int going = 0;
        for (int number = 0; number < 1000; number++) {
            Decision decision = report(number, 1, (number * 0.6180339887498949) % 1);
            going += decision instanceof Decision.Pause ? 0 : 1;
            assertThat(going).isGreaterThanOrEqualTo((number + 3) / 3);
        }
        assertThat(going).isLessThan(350);
    }
}
