package io.sweepforge.node.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.node.Samples;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.TrialUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final AttemptId FIRST = Samples.attempt(0);
    private static final AttemptId SECOND = Samples.attempt(1);

    private final Outbox outbox = new Outbox(Duration.ofSeconds(2));

    @Test
    void numbersEachAttemptFromOneWithoutGaps() {
        report(FIRST);
        report(SECOND);
        report(FIRST);

        assertThat(sent(START)).containsExactly("sweep/0#1:1", "sweep/0#1:2", "sweep/1#1:1");
    }

    @Test
    void sendsAnUpdateOnceUntilTheAnswerIsLate() {
        report(FIRST);

        assertThat(sent(START)).containsExactly("sweep/0#1:1");
        assertThat(sent(START.plusMillis(1999))).isEmpty();
        assertThat(sent(START.plusMillis(2000))).containsExactly("sweep/0#1:1");
        assertThat(sent(START.plusMillis(2001))).isEmpty();
    }

    @Test
    void aClockThatIsSetBackDoesNotPutOffSendingAgain() {
        report(FIRST);
        sent(START);

        assertThat(sent(START.minusSeconds(3600))).containsExactly("sweep/0#1:1");
    }

    @Test
    void newUpdatesDoNotPutOffSendingOldOnesAgain() {
        report(FIRST);
        sent(START);
        report(FIRST);
        assertThat(sent(START.plusMillis(1500))).containsExactly("sweep/0#1:2");

        assertThat(sent(START.plusMillis(2000))).containsExactly("sweep/0#1:1", "sweep/0#1:2");
    }

    @Test
    void sendsOnlyWhatIsNotAcknowledgedAgain() {
        report(FIRST);
        report(FIRST);
        report(FIRST);
        sent(START);

        outbox.acknowledge(FIRST, 2);
        outbox.sendAllAgain();

        assertThat(sent(START)).containsExactly("sweep/0#1:3");
    }

    @Test
    void anAcknowledgementThatComesAgainChangesNothing() {
        report(FIRST);
        report(FIRST);
        outbox.acknowledge(FIRST, 2);
        outbox.acknowledge(FIRST, 1);
        outbox.acknowledge(SECOND, 7);

        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.holds(FIRST)).as("more may come").isTrue();
    }

    @Test
    void keepsCountingAfterEverythingWasAcknowledged() {
        report(FIRST);
        outbox.acknowledge(FIRST, 1);
        report(FIRST);

        assertThat(sent(START)).containsExactly("sweep/0#1:2");
    }

    @Test
    void forgetsAnAttemptWhoseEndIsAcknowledged() {
        report(FIRST);
        outbox.append(FIRST, sequence -> new TrialUpdate.Completed(FIRST, sequence, START));
        outbox.acknowledge(FIRST, 1);
        assertThat(outbox.attempts()).containsExactly(FIRST);

        outbox.acknowledge(FIRST, 2);

        assertThat(outbox.attempts()).isEmpty();
    }

    @Test
    void refusesNewsOfAnAttemptThatHasEnded() {
        outbox.append(FIRST, sequence -> new TrialUpdate.Stopped(FIRST, sequence, START));

        assertThatThrownBy(() -> report(FIRST)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void dropsWhatNobodyWantsToKnow() {
        report(FIRST);

        outbox.forget(FIRST);

        assertThat(sent(START)).isEmpty();
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void groupsBySweepAndBoundsAMessage() {
        AttemptId other = new AttemptId("other", 0, 1);
        report(other);
        for (int i = 0; i < Outbox.LARGEST_BATCH + 1; i++) {
            report(FIRST);
        }

        List<Outbox.Batch> batches = outbox.due(START);

        assertThat(batches).extracting(Outbox.Batch::sweep).containsExactly("other", "sweep", "sweep");
        assertThat(batches).extracting(batch -> batch.updates().size()).containsExactly(1, Outbox.LARGEST_BATCH, 1);
    }

    private void report(AttemptId attempt) {
        outbox.append(
                attempt,
                sequence -> new TrialUpdate.Reported(attempt, sequence, (int) sequence, Map.of("loss", 1.0), START));
    }

    private List<String> sent(Instant now) {
        return outbox.due(now).stream()
                .flatMap(batch -> batch.updates().stream())
                .map(update -> update.attempt() + ":" + update.sequence())
                .toList();
    }
}
