package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
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
import io.sweepforge.coordinator.sweep.SweepEvent.TrialReported;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeMessage.Acknowledgement;
import io.sweepforge.protocol.NodeMessage.Verdict;
import io.sweepforge.protocol.TrialUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatingTest {
    private final Sweeping sweeping = Sweeping.with(Specs.trials(4), 4, 4);

    @Test
    void recordsABatchInOrderAndEndsTheTrial() {
        List<SweepEvent> events =
                sweeping.tell(NODE, reported(0, 1, 1, 8, 0.5), reported(0, 1, 2, 9, 0.4), completed(0, 1, 3));

        assertThat(events).hasSize(3);
        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.COMPLETED);
        assertThat(sweeping.trial(0).learned().best().epoch()).isEqualTo(8);
        assertThat(sweeping.trial(0).learned().last()).containsExactly(0.4);
    }

    @Test
    void ignoresWhatItHasAlready() {
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5));

        assertThat(sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5))).isEmpty();
        assertThat(verdict(reported(0, 1, 1, 1, 0.5))).isEqualTo(Verdict.CONTINUE);
    }

    @Test
    void waitsForWhatIsMissingInBetween() {
        assertThat(sweeping.tell(NODE, reported(0, 1, 2, 2, 0.5))).isEmpty();
        assertThat(answer(reported(0, 1, 2, 2, 0.5)).sequence()).isZero();
    }

    @Test
    void rejectsReportFromExpiredLease() {
        sweeping.on(Failing.nodeLost(sweeping.sweep(), NODE, Sweeping.NOW));

        assertThat(sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5))).isEmpty();
        assertThat(verdict(reported(0, 1, 1, 1, 0.5))).isEqualTo(Verdict.ABANDON);
    }

    @Test
    void rejectsReportFromAnotherNodeOrAttempt() {
        assertThat(sweeping.tell(OTHER, reported(0, 1, 1, 1, 0.5))).isEmpty();
        assertThat(sweeping.tell(NODE, reported(0, 2, 1, 1, 0.5))).isEmpty();
        assertThat(sweeping.tell(NODE, reported(17, 1, 1, 1, 0.5))).isEmpty();
        assertThat(verdict(reported(0, 2, 1, 1, 0.5))).isEqualTo(Verdict.ABANDON);
    }

    @Test
    void stopsATrialThatWasStoppedByHandAndThenLetsItGo() {
        sweeping.on(new TrialEnded(0, 1, 0, TrialState.PRUNED, null, "Stopped by hand.", Sweeping.NOW));

        assertThat(sweeping.tell(NODE, reported(0, 1, 1, 1, 0.5))).isEmpty();
        assertThat(answer(reported(0, 1, 1, 1, 0.5)))
                .isEqualTo(new Acknowledgement(Sweeping.attempt(0, 1), 1, Verdict.STOP, "Stopped by hand."));
        assertThat(verdict(new TrialUpdate.Stopped(Sweeping.attempt(0, 1), 2, Sweeping.NOW)))
                .isEqualTo(Verdict.ABANDON);
    }

    @Test
    void letsTheSchedulerStopTrialsAtItsRungs() {
        Sweeping asha = Sweeping.with(Specs.stopping(4), 4, 4);
        for (int i = 0; i < 3; i++) {
            asha.tell(NODE, reported(i, 1, 1, 1, 0.9));
        }
        List<SweepEvent> events = asha.tell(NODE, reported(3, 1, 1, 1, 0.1), reported(3, 1, 2, 2, 0.2));

        assertThat(events).hasSize(2);
        assertThat(((TrialReported) events.get(0)).judgement().kind()).isEqualTo(Judgement.Kind.STOP);
        assertThat(asha.trial(3).state()).isEqualTo(TrialState.PRUNED);
        assertThat(asha.trial(3).whyDecided()).contains("ranks 4 of 4");
        assertThat(asha.trial(3).whyChosen()).doesNotContain("ranks");
        assertThat(asha.trial(0).whyDecided()).isNull();
        assertThat(asha.sweep().judgements().all()).hasSize(4);
    }

    @Test
    void goesOnFromTheLastCheckpointAfterItsNodeWasLost() {
        sweeping.tell(NODE, reported(0, 1, 1, 5, 0.5), checkpointed(0, 1, 2, 5), reported(0, 1, 3, 6, 0.6));
        sweeping.on(Failing.nodeLost(sweeping.sweep(), NODE, Sweeping.NOW));
        sweeping.on(new SweepEvent.TrialLeased(0, 2, OTHER, "cpu-1", Sweeping.NOW));

        assertThat(sweeping.trial(0).checkpoint().epoch()).isEqualTo(5);
        assertThat(sweeping.trial(0).learned().epoch()).isEqualTo(5);
        assertThat(sweeping.trial(0).learned().best().epoch()).isEqualTo(6);
        assertThat(sweeping.trial(0).attempts()).isEqualTo(2);
        assertThat(sweeping.trial(0).failures()).isZero();
    }

    @Test
    void takesBackWhatALeavingNodePutDown() {
        sweeping.tell(NODE, checkpointed(0, 1, 1, 3), paused(0, 1, 2));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.PENDING);
        assertThat(sweeping.trial(0).failures()).isZero();
    }

    @Test
    void neverRetriesWhatCannotWork() {
        sweeping.tell(NODE, failed(0, 1, 1, FailureCode.OUT_OF_MEMORY));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.FAILED);
        assertThat(History.finished(sweeping.sweep(), sweeping.trial(0))
                        .outcome()
                        .name())
                .isEqualTo("INFEASIBLE");
    }

    @Test
    void completesADivergedTrialWithoutAValue() {
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.9), failed(0, 1, 2, FailureCode.DIVERGED));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.COMPLETED);
        assertThat(sweeping.sweep().trials().best()).isEmpty();
        assertThat(History.finished(sweeping.sweep(), sweeping.trial(0)).losses())
                .containsExactly(Double.NaN);
    }

    @Test
    void retriesAFailedProgramUpToTheLimit() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.RUNNING);
            sweeping.tell(NODE, failed(0, attempt, 1, FailureCode.PROGRAM_FAILED));
            if (attempt < 3) {
                sweeping.on(new SweepEvent.TrialLeased(0, attempt + 1, NODE, "cpu-0", Sweeping.NOW));
            }
        }
        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.FAILED);
        assertThat(sweeping.trial(0).failure().code()).isEqualTo(FailureCode.PROGRAM_FAILED);
    }

    @Test
    void doesNotCountABusyNode() {
        sweeping.tell(NODE, failed(0, 1, 1, FailureCode.NODE_BUSY));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.PENDING);
        assertThat(sweeping.trial(0).failures()).isZero();
    }

    @Test
    void beginsAnewAfterABadCheckpoint() {
        sweeping.tell(NODE, checkpointed(0, 1, 1, 3), failed(0, 1, 2, FailureCode.BAD_CHECKPOINT));

        assertThat(sweeping.trial(0).state()).isEqualTo(TrialState.PENDING);
        assertThat(sweeping.trial(0).checkpoint()).isNull();
        assertThat(sweeping.trial(0).failures()).isEqualTo(1);
    }

    @Test
    void pausesTheSweepWhenItsDataIsMissing() {
        sweeping.tell(NODE, failed(0, 1, 1, FailureCode.DATA_MISSING), failed(1, 1, 1, FailureCode.DATA_MISSING));

        assertThat(sweeping.sweep().state()).isEqualTo(SweepState.PAUSED);
        assertThat(sweeping.sweep().reason()).contains(FailureCode.DATA_MISSING.hint());
        assertThat(sweeping.trial(1).state()).isEqualTo(TrialState.PENDING);
    }

    private Acknowledgement answer(TrialUpdate update) {
        return Acknowledging.of(sweeping.sweep(), NODE, List.of(update)).get(0);
    }

    private Verdict verdict(TrialUpdate update) {
        return answer(update).verdict();
    }
}
