package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.node.Samples;
import io.sweepforge.protocol.FailureCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceArraysTest {
    private static final Dataset DATASET = Samples.dataset();

    private final FakeCompute compute = new FakeCompute();
    private final List<FakeArray> opened = compute.opened;
    private final List<LaneEvent> events = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final DeviceArrays arrays = new DeviceArrays(compute, 100, events::add, now::get);

    @Test
    void lanesOfOneFamilyAndDataSetShareAnArray() {
        start("a");
        start("b");
        arrays.start(request("c", "other", Map.of(), null));

        assertThat(opened).extracting(FakeArray::size).containsExactly(2, 1);
    }

    @Test
    void arraysTakeTurns() {
        start("a");
        arrays.start(request("b", "other", Map.of(), null));
        arrays.poll();
        arrays.poll();
        arrays.poll();

        assertThat(epochs()).containsExactly("b:1", "a:1", "b:2");
    }

    @Test
    void closesAnArrayWithItsLastLane() {
        start("a");
        arrays.remove("a");

        assertThat(events).containsExactly(new LaneEvent.Removed("a"));
        assertThat(opened.get(0).closed).isTrue();
        assertThat(arrays.isEmpty()).isTrue();
        assertThat(arrays.memoryUsed()).isZero();
    }

    @Test
    void whatDoesNotFitBesideOthersMayComeAgainAndWhatDoesNotFitAloneMayNot() {
        arrays.start(request("alone", "family", Map.of("large", 1), null));
        start("a");
        arrays.start(request("beside", "family", Map.of("large", 1), null));

        assertThat(events)
                .containsExactly(
                        new LaneEvent.Failed("alone", FailureCode.OUT_OF_MEMORY, "no room"),
                        new LaneEvent.Failed("beside", FailureCode.NODE_BUSY, "no room"));
    }

    @Test
    void answersARemovalOfALaneThatHasLeft() {
        arrays.remove("a");

        assertThat(events).containsExactly(new LaneEvent.Removed("a"));
    }

    @Test
    void holdsALaneUntilItIsToldToGoOnWhileItsNeighboursTrain() {
        start("a");
        start("b");
        arrays.goOn("b");
        polls(5);
        assertThat(epochs()).filteredOn(epoch -> epoch.startsWith("a")).endsWith("a:4");
        assertThat(arrays.isResting()).isTrue();
        arrays.goOn("b");
        arrays.goOn("nobody");
        assertThat(arrays.isResting()).isFalse();
        polls(2);

        assertThat(epochs()).contains("b:6").doesNotContain("a:5");
    }

    @Test
    void letsALaneGoOnWhenNobodyAnswersForLong() {
        start("a");
        polls(4);
        now.addAndGet(OpenArray.PATIENCE.toNanos() + 1);
        polls(1);

        assertThat(epochs()).endsWith("a:4", "a:5");
    }

    @Test
    void parksAHeldLaneWhereItWasHeld() {
        start("a");
        polls(9);
        arrays.park("a");

        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        LaneEvent.Parked.class,
                        parked -> assertThat(parked.epoch()).isEqualTo(4));
    }

    @Test
    void beginsACopyFromTheCheckpointOfAnotherTrial() {
        arrays.start(request("a", "family", Map.of(), new LaneRequest.Resume(3, new byte[] {3}, true)));
        polls(1);

        assertThat(opened.get(0).adopted).containsExactly("a");
        assertThat(epochs()).containsExactly("a:4");
    }

    private void polls(int count) {
        for (int i = 0; i < count; i++) {
            arrays.poll();
        }
    }

    @Test
    void parksALaneWithItsCheckpoint() {
        start("a");
        arrays.poll();
        arrays.park("a");
        arrays.park("a");

        assertThat(events).hasSize(2).last().isInstanceOfSatisfying(LaneEvent.Parked.class, parked -> {
            assertThat(parked.epoch()).isEqualTo(1);
            assertThat(parked.checkpoint()).containsExactly(1);
        });
    }

    @Test
    void anArrayThatCannotParkALaneFailsWithAllItsLanes() {
        start("a");
        start("b");
        opened.get(0).broken = true;
        arrays.park("a");

        assertThat(events)
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                LaneEvent.Failed.class,
                                failed -> assertThat(failed.code()).isEqualTo(FailureCode.DEVICE_FAILED)));
        assertThat(events).extracting(LaneEvent::lane).containsExactly("a", "b");
        assertThat(arrays.isEmpty()).isTrue();
    }

    @Test
    void anArrayThatCannotRemoveALaneFailsWithAllItsLanes() {
        start("a");
        start("b");
        opened.get(0).broken = true;
        arrays.remove("a");

        assertThat(events)
                .filteredOn(LaneEvent.Failed.class::isInstance)
                .extracting(LaneEvent::lane)
                .containsExactly("a", "b");
        assertThat(arrays.isEmpty()).isTrue();
    }

    @Test
    void anErrorThatIsNoExceptionFailsTheArrayToo() {
        start("a");
        opened.get(0).script.add(() -> {
            throw new StackOverflowError();
        });
        arrays.poll();

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        LaneEvent.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.DEVICE_FAILED));
    }

    @Test
    void takesACheckpointEveryFewEpochsAfterTheReport() {
        start("a");
        for (int i = 0; i < 4; i++) {
            arrays.poll();
        }

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "EpochFinished",
                        "EpochFinished",
                        "CheckpointTaken",
                        "EpochFinished",
                        "EpochFinished",
                        "CheckpointTaken");
    }

    @Test
    void takesTheCheckpointThatAQuantumOfManyEpochsPassed() {
        start("a");
        opened.get(0).script.add(() -> List.of(epoch("a", 1, 0.5), epoch("a", 2, 0.5), epoch("a", 3, 0.5)));
        arrays.poll();

        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        LaneEvent.CheckpointTaken.class,
                        taken -> assertThat(taken.epoch()).isEqualTo(3));
    }

    @Test
    void goesOnFromACheckpoint() {
        arrays.start(request("a", "family", Map.of(), new LaneRequest.Resume(3, new byte[] {3}, false)));
        arrays.poll();

        assertThat(events.get(0)).isEqualTo(new LaneEvent.EpochFinished("a", 4, Map.of("loss", 1.0)));
    }

    @Test
    void saysWhyALaneWasRefused() {
        arrays.start(request("a", "family", Map.of("bad", 1), null));
        arrays.start(request("b", "family", Map.of(), new LaneRequest.Resume(3, new byte[0], false)));

        assertThat(events)
                .containsExactly(
                        new LaneEvent.Failed("a", FailureCode.INVALID_PARAMETERS, "bad is bad"),
                        new LaneEvent.Failed("b", FailureCode.BAD_CHECKPOINT, "empty"));
        assertThat(opened).allMatch(array -> array.closed);
    }

    @Test
    void refusesWhatIsLargerThanTheDeviceAsInfeasibleAndWhatDoesNotFitNowAsBusy() {
        arrays.start(request("a", "family", Map.of("bytes", 101), null));
        arrays.start(request("b", "family", Map.of("bytes", 60), null));
        arrays.start(request("c", "other", Map.of("bytes", 41), null));

        assertThat(events).extracting(LaneEvent::lane).containsExactly("a", "c");
        assertThat(events)
                .extracting(event -> ((LaneEvent.Failed) event).code())
                .containsExactly(FailureCode.OUT_OF_MEMORY, FailureCode.NODE_BUSY);
        assertThat(arrays.memoryUsed()).isEqualTo(60);
    }

    @Test
    void aMetricThatIsNoNumberMeansDiverged() {
        start("a");
        opened.get(0).script.add(() -> List.of(epoch("a", 1, Double.NaN), epoch("a", 2, 0.5)));
        arrays.poll();

        assertThat(events)
                .containsExactly(
                        new LaneEvent.Failed("a", FailureCode.DIVERGED, "The metric loss was NaN after epoch 1."));
        assertThat(opened.get(0).lanes).isEmpty();
    }

    @Test
    void tellsHowALaneEnded() {
        start("a");
        start("b");
        opened.get(0)
                .script
                .add(() -> List.of(
                        epoch("a", 10, 0.5),
                        new LaneReport.Finished("a", new byte[] {1}),
                        new LaneReport.Diverged("b", 4, "NaN")));
        arrays.poll();

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("EpochFinished", "Finished", "Failed");
        assertThat(arrays.isEmpty()).isTrue();
    }

    @Test
    void anArrayThatBreaksFailsItsLanesAndNoOther() {
        start("a");
        arrays.start(request("b", "other", Map.of(), null));
        opened.get(0).script.add(() -> {
            throw new IllegalStateException("broken");
        });
        arrays.poll();
        arrays.poll();
        arrays.poll();

        assertThat(epochs()).containsExactly("b:1", "b:2");
        assertThat(events)
                .contains(new LaneEvent.Failed(
                        "a", FailureCode.DEVICE_FAILED, "java.lang.IllegalStateException: broken"));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseOfTheKernelsHasAFailureCode(Cause cause) {
        LaneEvent event = LaneReports.toEvent(new LaneReport.Failed("a", cause, "why"), 0);

        assertThat(((LaneEvent.Failed) event).code()).hasToString(cause.name());
    }

    private List<String> epochs() {
        return events.stream()
                .filter(LaneEvent.EpochFinished.class::isInstance)
                .map(event -> event.lane() + ":" + ((LaneEvent.EpochFinished) event).epoch())
                .toList();
    }

    private void start(String lane) {
        arrays.start(request(lane, "family", Map.of(), null));
    }

    private static LaneRequest request(
            String lane, String family, Map<String, Object> parameters, LaneRequest.Resume resume) {
        return new LaneRequest(
                lane, new FakeFamily(family), DATASET, new LaneSpec(parameters, 10, 1), 2, List.of(4), resume);
    }

    private static LaneReport epoch(String lane, int epoch, double loss) {
        return new LaneReport.EpochFinished(lane, epoch, Map.of("loss", loss));
    }
}
