package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
import static io.sweepforge.coordinator.sweep.Sweeping.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.LeaseEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.OfTrial;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialCheckpointed;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialLeased;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPromoted;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialReported;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialSuggested;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrialLogLineTest {
    private static final Failure BROKEN = new Failure(FailureCode.DEVICE_FAILED, "It\n broke.");
    private static final Judgement STOP = new Judgement(Judgement.Kind.STOP, "accuracy 0.5 ranks 3 of 3", -1, 0);

    static Stream<Arguments> events() {
        Map<String, Double> metrics = Map.of("accuracy", 0.123456789);
        return Stream.of(
                line(
                        new TrialSuggested(1, Map.of("optimizer", "sgd"), "near trial 3", NOW),
                        "suggested optimizer=\"sgd\": near trial 3"),
                line(new TrialLeased(1, 2, NODE, "cpu-0", NOW), "attempt 2: leased to node n1, device cpu-0"),
                line(new TrialReported(1, 2, 1, 4, metrics, null, NOW), "attempt 2: epoch 4 accuracy=0.123457"),
                line(
                        new TrialReported(1, 2, 1, 4, metrics, STOP, NOW),
                        "attempt 2: epoch 4 accuracy=0.123457; scheduler: stop, accuracy 0.5 ranks 3 of 3"),
                line(
                        new TrialCheckpointed(1, 2, 2, new CheckpointReference("abc", 4, 10), NOW),
                        "attempt 2: checkpoint of epoch 4, 10 bytes, abc"),
                line(
                        new TrialPaused(1, 2, 3, NOW),
                        "attempt 2: paused, it gave its lane away and waits for a promotion"),
                line(new TrialPromoted(1, 9, "the best of 3", NOW), "promoted to epoch 9: the best of 3"),
                line(
                        new LeaseEnded(1, 2, 3, BROKEN, true, false, NOW),
                        "attempt 2: interrupted by DEVICE_FAILED: It broke. " + FailureCode.DEVICE_FAILED.hint()
                                + " Counts as a failed attempt."),
                line(new TrialEnded(1, 2, 3, TrialState.COMPLETED, null, null, NOW), "completed"),
                line(
                        new TrialEnded(1, 2, 3, TrialState.PRUNED, null, "Stopped by hand.", NOW),
                        "pruned: Stopped by hand."),
                line(
                        new TrialEnded(1, 2, 3, TrialState.FAILED, BROKEN, BROKEN.message(), NOW),
                        "failed by DEVICE_FAILED: It broke. " + FailureCode.DEVICE_FAILED.hint()));
    }

    private static Arguments line(OfTrial event, String words) {
        return Arguments.of(event, words);
    }

    @ParameterizedTest
    @MethodSource("events")
    void saysInALineWhenAndWhatHappened(OfTrial event, String words) {
        assertThat(TrialLogLine.of(event)).isEqualTo("2026-01-02T03:04:05Z " + words);
    }
}
