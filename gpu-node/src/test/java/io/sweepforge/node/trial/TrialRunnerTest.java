package io.sweepforge.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.node.Samples;
import io.sweepforge.node.device.LaneEvent;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeMessage.Acknowledgement;
import io.sweepforge.protocol.NodeMessage.Verdict;
import io.sweepforge.protocol.TrialAssignment;
import io.sweepforge.protocol.TrialUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialRunnerTest {
    private static final AttemptId FIRST = Samples.attempt(0);
    private static final AttemptId SECOND = Samples.attempt(1);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeDevice device = new FakeDevice(2);
    private final FakeCheckpoints checkpoints = new FakeCheckpoints();
    private CompletableFuture<Dataset> dataset = CompletableFuture.completedFuture(Samples.dataset());
    private final TrialRunner trials = new TrialRunner(
            new Families(ModelFamilies.all()),
            reference -> dataset,
            checkpoints,
            new Outbox(Duration.ofSeconds(2)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void addDevice() {
        device.tell(trials::on);
        trials.add(device);
    }

    @Test
    void reportsEpochsInOrder() {
        trials.start(Samples.assignment(0));
        device.finishesEpoch(0, 1);
        device.finishesEpoch(0, 2);

        assertThat(sent())
                .containsExactly(
                        new TrialUpdate.Reported(FIRST, 1, 1, Map.of("loss", 1.0), NOW),
                        new TrialUpdate.Reported(FIRST, 2, 2, Map.of("loss", 0.5), NOW));
    }

    @Test
    void startsALaneWithWhatWasAssigned() {
        trials.start(Samples.assignment(0, "lstm-classifier", Map.of("hidden", 8), null));

        assertThat(device.started).singleElement().satisfies(request -> {
            assertThat(request.spec().parameters()).isEqualTo(Map.of("hidden", 8));
            assertThat(request.spec().epochs()).isEqualTo(10);
            assertThat(request.spec().seed()).isEqualTo(42);
            assertThat(request.checkpointEvery()).isEqualTo(5);
            assertThat(request.resume()).isNull();
        });
    }

    @Test
    void aStartThatComesAgainChangesNothing() {
        trials.start(Samples.assignment(0));
        trials.start(Samples.assignment(0));
        device.says(new LaneEvent.Failed(device.lane(0), FailureCode.DIVERGED, "diverged"));
        trials.start(Samples.assignment(0));

        assertThat(device.started).hasSize(1);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void anAttemptWhoseStartThrowsFailsInsteadOfWaitingForEver() {
        dataset = new CompletableFuture<>();
        trials.start(Samples.assignment(0));
        device.broken = true;
        dataset.complete(Samples.dataset());

        assertFailed(FIRST, FailureCode.DEVICE_FAILED, "broken");
        assertThat(device.removed).containsExactly(device.lane(0));
    }

    @Test
    void anAttemptWhoseDataSetCannotEvenBeAskedForFails() {
        dataset = null;
        trials.start(Samples.assignment(0));

        assertFailed(FIRST, FailureCode.DEVICE_FAILED, "NullPointerException");
    }

    @Test
    void refusesMoreThanItsLanes() {
        trials.start(Samples.assignment(0));
        trials.start(Samples.assignment(1));
        trials.start(Samples.assignment(2));

        assertFailed(Samples.attempt(2), FailureCode.NODE_BUSY, "All 2 lanes of cpu-0 are taken.");
    }

    @Test
    void letsALaneGoOnOnceItsLastReportIsAnswered() {
        trials.start(Samples.assignment(0));
        device.finishesEpoch(0, 1);
        device.finishesEpoch(0, 2);
        trials.acknowledge(new Acknowledgement(FIRST, 1, Verdict.CONTINUE, ""));
        assertThat(device.wentOn).isEmpty();
        trials.acknowledge(new Acknowledgement(FIRST, 2, Verdict.CONTINUE, ""));

        assertThat(device.wentOn).containsExactly(device.lane(0));
    }

    @Test
    void refusesAnUnknownDevice() {
        TrialAssignment known = Samples.assignment(0);
        trials.start(new TrialAssignment(
                FIRST, "gpu-7", known.family(), known.dataset(), known.parameters(), 10, 1, null, false, 5, List.of()));

        assertFailed(FIRST, FailureCode.NODE_BUSY, "gpu-7");
    }

    @Test
    void refusesAnUnknownFamilyAndSaysWhichThereAre() {
        trials.start(Samples.assignment(0, "transformer", Map.of(), null));

        assertFailed(FIRST, FailureCode.INVALID_PARAMETERS, "\"transformer\"; it has conv-classifier");
    }

    @Test
    void refusesAParameterWithoutAValue() {
        trials.start(Samples.assignment(0, "lstm-classifier", Collections.singletonMap("hidden", null), null));

        assertFailed(FIRST, FailureCode.INVALID_PARAMETERS, "parameter hidden has no value");
    }

    @Test
    void takesNothingNewWhenDrainedAndLetsTheOthersFinish() {
        trials.start(Samples.assignment(0));
        trials.drain();
        trials.start(Samples.assignment(1));
        device.finishesEpoch(0, 1);

        assertThat(sent()).extracting(TrialUpdate::attempt).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(device.started).hasSize(1);
    }

    @Test
    void aStopVerdictReachesTheDeviceAtOnceAndIsAnsweredWhenTheLaneIsOut() {
        trials.start(Samples.assignment(0));
        device.finishesEpoch(0, 1);
        trials.acknowledge(new Acknowledgement(FIRST, 1, Verdict.STOP, "worse than the median"));
        trials.acknowledge(new Acknowledgement(FIRST, 1, Verdict.STOP, "worse than the median"));
        assertThat(device.removed).containsExactly(device.lane(0));
        assertThat(sent()).isEmpty();

        device.says(new LaneEvent.Removed(device.lane(0)));

        assertThat(sent()).containsExactly(new TrialUpdate.Stopped(FIRST, 2, NOW));
    }

    @Test
    void aStopThatMeetsTheLastEpochStops() {
        trials.start(Samples.assignment(0));
        trials.stop(FIRST);
        device.says(new LaneEvent.Finished(device.lane(0), 10, new byte[3]));
        device.says(new LaneEvent.Removed(device.lane(0)));

        assertThat(sent()).containsExactly(new TrialUpdate.Stopped(FIRST, 1, NOW));
    }

    @Test
    void answersAStopOfAnAttemptThatNeverArrived() {
        trials.stop(FIRST);

        assertThat(sent()).containsExactly(new TrialUpdate.Stopped(FIRST, 1, NOW));
    }

    @Test
    void pausesAfterTheCheckpointIsSafe() {
        trials.start(Samples.assignment(0));
        trials.acknowledge(new Acknowledgement(FIRST, 0, Verdict.PAUSE, "rung 0"));
        assertThat(device.parked).containsExactly(device.lane(0));
        device.says(new LaneEvent.Parked(device.lane(0), 3, new byte[3]));
        assertThat(sent()).isEmpty();

        checkpoints.succeed();

        assertThat(sent())
                .containsExactly(
                        new TrialUpdate.Checkpointed(FIRST, 1, new CheckpointReference("hash-3", 3, 3)),
                        new TrialUpdate.Paused(FIRST, 2, NOW));
    }

    @Test
    void completesAfterTheFinalCheckpointIsSafe() {
        trials.start(Samples.assignment(0));
        device.finishesEpoch(0, 10);
        device.says(new LaneEvent.Finished(device.lane(0), 10, new byte[3]));
        assertThat(sent()).hasSize(1);
        assertThat(trials.held()).containsExactly(FIRST);

        checkpoints.succeed();

        assertThat(sent())
                .containsExactly(
                        new TrialUpdate.Checkpointed(FIRST, 2, new CheckpointReference("hash-10", 10, 3)),
                        new TrialUpdate.Completed(FIRST, 3, NOW));
    }

    @Test
    void anotherTrialTakesTheLaneWhileTheFinalCheckpointIsOnItsWay() {
        trials.start(Samples.assignment(0));
        trials.start(Samples.assignment(1));
        device.says(new LaneEvent.Finished(device.lane(0), 10, new byte[3]));
        trials.start(Samples.assignment(2));

        assertThat(device.started).hasSize(3);
    }

    @Test
    void keepsOnlyTheNewestCheckpointWhileOneIsOnItsWay() {
        trials.start(Samples.assignment(0));
        for (int epoch : List.of(2, 4, 6)) {
            device.says(new LaneEvent.CheckpointTaken(device.lane(0), epoch, new byte[3]));
        }
        device.says(new LaneEvent.Finished(device.lane(0), 10, new byte[3]));
        checkpoints.succeed();
        checkpoints.succeed();

        assertThat(checkpoints.asked).containsExactly(2, 10);
        assertThat(sent())
                .extracting(update -> update.getClass().getSimpleName())
                .containsExactly("Checkpointed", "Checkpointed", "Completed");
    }

    @Test
    void trainsOnWithoutACheckpointThatWasRefused() {
        trials.start(Samples.assignment(0));
        device.says(new LaneEvent.CheckpointTaken(device.lane(0), 5, new byte[3]));
        checkpoints.refuse();
        device.finishesEpoch(0, 6);

        assertThat(sent()).hasOnlyElementsOfType(TrialUpdate.Reported.class).hasSize(1);
    }

    @Test
    void failsWhenTheFinalCheckpointIsRefused() {
        trials.start(Samples.assignment(0));
        device.says(new LaneEvent.Finished(device.lane(0), 10, new byte[3]));
        checkpoints.refuse();

        assertFailed(FIRST, FailureCode.BAD_CHECKPOINT, "refused");
    }

    @Test
    void goesOnFromACheckpoint() {
        trials.start(Samples.assignment(0, "lstm-classifier", Map.of(), new CheckpointReference("hash", 4, 1)));

        assertThat(device.started).singleElement().satisfies(request -> {
            assertThat(request.resume()).isNotNull();
            assertThat(request.resume().epoch()).isEqualTo(4);
            assertThat(request.resume().checkpoint()).containsExactly(7);
        });
    }

    @Test
    void failsWhenTheCheckpointIsLost() {
        trials.start(Samples.assignment(0, "lstm-classifier", Map.of(), new CheckpointReference("lost", 4, 1)));

        assertFailed(FIRST, FailureCode.BAD_CHECKPOINT, "lost");
    }

    @Test
    void failsWhenTheDataSetIsMissing() {
        dataset = CompletableFuture.failedFuture(new TrialFailedException(FailureCode.DATA_MISSING, "no data"));
        trials.start(Samples.assignment(0));

        assertFailed(FIRST, FailureCode.DATA_MISSING, "no data");
    }

    @Test
    void abandonsWithoutAWordAndIgnoresWhatTheLaneStillSays() {
        trials.start(Samples.assignment(0));
        device.finishesEpoch(0, 1);
        trials.acknowledge(new Acknowledgement(FIRST, 0, Verdict.ABANDON, "lease lost"));
        device.finishesEpoch(0, 2);

        assertThat(device.removed).containsExactly(device.lane(0));
        assertThat(sent()).isEmpty();
        assertThat(trials.held()).isEmpty();
    }

    @Test
    void whatAnAbandonedLaneSaysIsNotNewsOfItsSuccessor() {
        trials.start(Samples.assignment(0));
        trials.acknowledge(new Acknowledgement(FIRST, 0, Verdict.ABANDON, "lease lost"));
        trials.start(Samples.assignment(0));
        device.finishesEpoch(0, 1);

        assertThat(sent()).isEmpty();
    }

    @Test
    void givesUpSavingWhatWasAbandoned() {
        trials.start(Samples.assignment(0));
        device.says(new LaneEvent.Finished(device.lane(0), 10, new byte[3]));
        trials.acknowledge(new Acknowledgement(FIRST, 0, Verdict.ABANDON, "lease lost"));

        assertThat(checkpoints.lastWasCancelled()).isTrue();
    }

    @Test
    void forgetsAnAttemptWhoseEndIsAcknowledged() {
        trials.start(Samples.assignment(0));
        device.says(new LaneEvent.Failed(device.lane(0), FailureCode.OUT_OF_MEMORY, "too large"));
        assertThat(trials.held()).containsExactly(FIRST);

        trials.acknowledge(new Acknowledgement(FIRST, 1, Verdict.CONTINUE, ""));

        assertThat(trials.held()).isEmpty();
    }

    @Test
    void anAttemptStillFetchingHasNoLaneToTakeOut() {
        dataset = new CompletableFuture<>();
        trials.start(Samples.assignment(0));
        trials.stop(FIRST);
        dataset.complete(Samples.dataset());

        assertThat(device.started).isEmpty();
        assertThat(sent()).containsExactly(new TrialUpdate.Stopped(FIRST, 1, NOW));
    }

    @Test
    void leavesWhenEverythingIsSavedAndAcknowledged() {
        trials.start(Samples.assignment(0));
        CompletableFuture<?> atRest = trials.leave();
        assertThat(device.parked).containsExactly(device.lane(0));
        device.says(new LaneEvent.Parked(device.lane(0), 2, new byte[3]));
        checkpoints.succeed();
        assertThat(atRest).isNotDone();
        assertThat(sent()).hasOnlyElementsOfType(TrialUpdate.Checkpointed.class).hasSize(1);

        trials.acknowledge(new Acknowledgement(FIRST, 1, Verdict.CONTINUE, ""));

        assertThat(atRest).isCompleted();
    }

    @Test
    void saysWhatItsDevicesDo() {
        trials.start(Samples.assignment(0));

        assertThat(trials.devices()).singleElement().satisfies(status -> {
            assertThat(status.id()).isEqualTo("cpu-0");
            assertThat(status.memoryUsedBytes()).isEqualTo(100);
            assertThat(status.utilisation()).isEqualTo(0.5);
            assertThat(status.running()).containsExactly(FIRST);
        });
    }

    private List<TrialUpdate> sent() {
        return trials.due().stream().flatMap(batch -> batch.updates().stream()).toList();
    }

    private void assertFailed(AttemptId attempt, FailureCode code, String message) {
        assertThat(sent()).singleElement().isInstanceOfSatisfying(TrialUpdate.Failed.class, failed -> {
            assertThat(failed.attempt()).isEqualTo(attempt);
            assertThat(failed.failure().code()).isEqualTo(code);
            assertThat(failed.failure().message()).contains(message);
        });
    }
}
