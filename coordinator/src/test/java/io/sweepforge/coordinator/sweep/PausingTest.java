package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
import static io.sweepforge.coordinator.sweep.Sweeping.NOW;
import static io.sweepforge.coordinator.sweep.Sweeping.OTHER;
import static io.sweepforge.coordinator.sweep.Sweeping.checkpointed;
import static io.sweepforge.coordinator.sweep.Sweeping.completed;
import static io.sweepforge.coordinator.sweep.Sweeping.failed;
import static io.sweepforge.coordinator.sweep.Sweeping.paused;
import static io.sweepforge.coordinator.sweep.Sweeping.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialLeased;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPromoted;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeMessage.Verdict;
import io.sweepforge.protocol.TrialUpdate;
import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.scheduler.Decision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trials that give their lanes away and are taken up again. */
class PausingTest {
    private final ScriptedScheduler scheduler = new ScriptedScheduler(1, 3);
    private final Sweeping sweeping = Sweeping.with(Specs.trials(2), 2, 2).judgedBy(scheduler);

    @Test
    void pausesOnceTheLaneIsGivenAwayAndSaysWhy() {
        scheduler.then(new Decision.Pause("ranks last"));
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5));
        assertThat(verdict(reported(0, 1, 1, 1, 0.5))).isEqualTo(Verdict.PAUSE);
        sweeping.tell(NODE, checkpointed(0, 1, 2, 1), paused(0, 1, 3));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.PAUSED);
        assertThat(sweeping.trial(0).reason()).isEqualTo("ranks last");
        assertThat(sweeping.sweep().startable()).isZero();
    }

    @Test
    void promotesATrialThatWaits() {
        pauseTrial0();
        List<SweepEvent> events = promoteTrial0();

        assertThat(events.get(1)).isEqualTo(new TrialPromoted(0, 3, "among the best", NOW));
        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.PENDING);
        assertThat(sweeping.trial(0).checkpoint().epoch()).isEqualTo(1);
        assertThat(sweeping.trial(1).lease().endsPaused()).isTrue();
        assertThat(sweeping.trial(1).reason()).isEqualTo("Waits for a promotion: among the best");
    }

    @Test
    void remembersAPromotionUntilTheLaneIsGivenAway() {
        scheduler.then(new Decision.Pause("ranks last"));
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5));
        promoteTrial0();
        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.RUNNING);
        sweeping.tell(NODE, checkpointed(0, 1, 2, 1), paused(0, 1, 3));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.PENDING);
        assertThat(sweeping.trial(0).whyDecided()).isEqualTo("among the best");
        assertThat(sweeping.trial(0).whyChosen()).isNotEqualTo("among the best");
    }

    @Test
    void letsATrialGoOnThatWasPromotedBeforeItsNodeHeardOfThePause() {
        scheduler.then(new Decision.Pause("ranks last"));
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5));
        promoteTrial0();
        sweeping.tell(NODE, reported(0, 1, 2, 2, 0.5));
        assertThat(verdict(reported(0, 1, 2, 2, 0.5))).isEqualTo(Verdict.CONTINUE);
        scheduler.then(new Decision.Pause("ranks last again"));
        sweeping.tell(NODE, reported(0, 1, 3, 3, 0.5));

        assertThat(verdict(reported(0, 1, 3, 3, 0.5))).isEqualTo(Verdict.PAUSE);
    }

    @Test
    void judgesATrialThatTrainedPastARungOnItsWayOutAsSoonAsItGoesOn() {
        scheduler.then(new Decision.Pause("ranks last"));
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5), reported(0, 1, 2, 2, 0.6), reported(0, 1, 3, 3, 0.7));
        assertThat(scheduler.seen()).hasSize(1);
        sweeping.tell(NODE, checkpointed(0, 1, 4, 3), paused(0, 1, 5));
        promoteTrial0();
        sweeping.on(new TrialLeased(0, 2, OTHER, "cpu-0", NOW));
        sweeping.tell(OTHER, reported(0, 2, 1, 4, 0.8));

        assertThat(scheduler.seen().get(2).epoch()).isEqualTo(4);
    }

    @Test
    void judgesNothingTwice() {
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5));
        sweeping.on(Failing.nodeLost(sweeping.sweep(), NODE, NOW)).on(new TrialLeased(0, 2, OTHER, "cpu-0", NOW));
        sweeping.tell(OTHER, reported(0, 2, 1, 1, 0.5), reported(0, 2, 2, 2, 0.5), reported(0, 2, 3, 3, 0.6));

        assertThat(scheduler.seen().stream().map(seen -> seen.epoch())).containsExactly(1, 3);
        assertThat(sweeping.sweep().judgements().curve(0))
                .containsExactly(new CurvePoint(1, List.of(-0.5)), new CurvePoint(3, List.of(-0.6)));
    }

    @Test
    void pausesATrialWhoseAttemptEndedOnItsWayOut() {
        scheduler.then(new Decision.Pause("ranks last"));
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5));
        sweeping.on(Failing.nodeLost(sweeping.sweep(), NODE, NOW));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.PAUSED);
        assertThat(sweeping.trial(1).state()).isEqualTo(TrialState.PENDING);
        scheduler.then(new Decision.Pause("ranks last"));
        sweeping.on(new TrialLeased(1, 2, OTHER, "cpu-0", NOW));
        sweeping.tell(OTHER, reported(1, 2, 1, 1, 0.5), failed(1, 2, 2, FailureCode.DEVICE_FAILED));
        assertThat(sweeping.trial(1).state()).isEqualTo(TrialState.PAUSED);
        assertThat(sweeping.trial(1).failures()).isEqualTo(1);
    }

    @Test
    void beginsPromotedTrialsBeforeNewOnes() {
        pauseTrial0();
        sweeping.on(new SweepEvent.TrialSuggested(2, sweeping.trial(0).parameters(), "new", NOW));
        promoteTrial0();
        LaneOffer lane = new LaneOffer(OTHER, "cpu-0", null);

        assertThat(Leasing.events(sweeping.sweep(), List.of(lane), NOW))
                .containsExactly(new TrialLeased(0, 2, OTHER, "cpu-0", NOW));
    }

    @Test
    void promotesNobodyInPlaceOfATrialThatWasStoppedByHand() {
        pauseTrial0();
        sweeping.on(((Answer.Accepted) Steering.stopTrial(sweeping.sweep(), 0, NOW)).events());

        assertThat(promoteTrial0()).hasSize(1);
        sweeping.tell(NODE, checkpointed(1, 1, 2, 1), paused(1, 1, 3));
        sweeping.on(Ending.events(sweeping.sweep(), Integer.MAX_VALUE, NOW));
        assertThat(sweeping.sweep().state()).isEqualTo(SweepState.COMPLETED);
    }

    @Test
    void prunesWhatIsStillPausedWhenTheSweepEnds() {
        pauseTrial0();
        sweeping.tell(NODE, completed(1, 1, 1));
        List<SweepEvent> events = Ending.events(sweeping.sweep(), Integer.MAX_VALUE, NOW);

        assertThat(events.get(0))
                .isEqualTo(new TrialEnded(
                        0,
                        0,
                        0,
                        TrialState.PRUNED,
                        null,
                        "Paused at epoch 1 and not promoted until the sweep ended. All 2 trials of the budget are done.",
                        NOW));
    }

    @Test
    void tellsSamplersTheCurvesThroughTheRungsAlsoAfterASnapshot() {
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5), reported(0, 1, 2, 2, 0.6), reported(0, 1, 3, 3, 0.7));
        sweeping.tell(NODE, reported(1, 1, 1, 1, 0.4), completed(1, 1, 2));
        Sweep restored = SweepSnapshot.of(sweeping.sweep()).toSweep().orElseThrow();

        assertThat(Stream.of(sweeping.sweep(), restored)).allSatisfy(sweep -> {
            assertThat(History.active(sweep).get(0).curve())
                    .containsExactly(new CurvePoint(1, List.of(-0.5)), new CurvePoint(3, List.of(-0.7)));
            assertThat(History.finished(sweep, sweep.trials().get(1)).curve())
                    .containsExactly(new CurvePoint(1, List.of(-0.4)));
        });
    }

    @Test
    void failsATrialThatTakesOneNodeAfterTheOtherDownWithIt() {
        for (int attempt = 2; attempt <= Failing.MOST_LOST_NODES; attempt++) {
            sweeping.on(Failing.nodeLost(sweeping.sweep(), NODE, NOW));
            sweeping.on(new TrialLeased(0, attempt, NODE, "cpu-0", NOW));
        }
        assertThat(sweeping.trial(0).lostNodes()).isEqualTo(4);
        sweeping.on(Failing.nodeLost(sweeping.sweep(), NODE, NOW));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.FAILED);
        assertThat(sweeping.trial(0).failure().message()).contains("n1").contains("last of 5");
    }

    @Test
    void forgivesLostNodesOnceATrialGotFurther() {
        sweeping.on(Failing.nodeLost(sweeping.sweep(), NODE, NOW)).on(new TrialLeased(0, 2, NODE, "cpu-0", NOW));
        sweeping.tell(NODE, checkpointed(0, 2, 1, 5));
        assertThat(sweeping.trial(0).lostNodes()).isZero();
        sweeping.tell(NODE, paused(0, 2, 2));

        assertThat(sweeping.trial(0).lostNodes())
                .as("a node that leaves in order")
                .isZero();
    }

    private void pauseTrial0() {
        scheduler.then(new Decision.Pause("ranks last"));
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5), checkpointed(0, 1, 2, 1), paused(0, 1, 3));
    }

    /** By trial 1, which has to wait instead. */
    private List<SweepEvent> promoteTrial0() {
        scheduler.then(new Decision.Promote(0, 3, "among the best"));
        return sweeping.tell(NODE, reported(1, 1, 1, 1, 0.5));
    }

    private Verdict verdict(TrialUpdate update) {
        return Acknowledging.of(sweeping.sweep(), NODE, List.of(update)).get(0).verdict();
    }
}
