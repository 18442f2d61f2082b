package io.sweepforge.node.trial;

import io.sweepforge.protocol.TrialUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The unacknowledged updates of one attempt, in order. */
final class UpdateLine {
    private final Deque<TrialUpdate> unacknowledged = new ArrayDeque<>();
    private long next = 1;
    private long sent;
    private boolean closed;

    /** Since when the oldest sent update waits for an answer; null when none does. */
    private @Nullable Instant waitingSince;

    void append(LongFunction<TrialUpdate> update) {
        if (closed) {
            throw new IllegalStateException("the attempt has ended; it has no update " + next);
        }
        TrialUpdate numbered = update.apply(next++);
        unacknowledged.add(numbered);
        closed = isLast(numbered);
    }

    void acknowledge(long sequence) {
        while (!unacknowledged.isEmpty() && unacknowledged.element().sequence() <= sequence) {
            unacknowledged.remove();
            waitingSince = null;
        }
    }

    void sendAllAgain() {
        sent = 0;
        waitingSince = null;
    }

    List<TrialUpdate> due(Instant now, Duration resendAfter) {
        if (waitingSince != null && isOver(Duration.between(waitingSince, now), resendAfter)) {
            sendAllAgain();
        }
        if (waitingSince == null && !unacknowledged.isEmpty()) {
            waitingSince = now;
        }
        List<TrialUpdate> due = unacknowledged.stream()
                .filter(update -> update.sequence() > sent)
                .toList();
        sent = Math.max(sent, next - 1);
        return due;
    }

    /** Also when the clock was set back: nobody knows then how long it was. */
    private static boolean isOver(Duration waited, Duration patience) {
        return waited.isNegative() || waited.compareTo(patience) >= 0;
    }

    boolean isEmpty() {
        return unacknowledged.isEmpty();
    }

    /** Whether the last update of the attempt is acknowledged. */
    boolean isOver() {
        return closed && unacknowledged.isEmpty();
    }

    private static boolean isLast(TrialUpdate update) {
        return !(update instanceof TrialUpdate.Reported || update instanceof TrialUpdate.Checkpointed);
    }
}
