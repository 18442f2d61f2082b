package io.sweepforge.node.trial;

import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.TrialUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What the coordinator has not yet acknowledged. Numbers the updates of each attempt from 1 without gaps, says what to
 * send now, and says it again when no acknowledgement came.
 */
public final class Outbox {
    /** Updates in one message, at most: about a fifth of the cluster's largest frame. */
    public static final int LARGEST_BATCH = 500;

    /** Updates of one sweep, in order for each attempt. */
    public record Batch(String sweep, List<TrialUpdate> updates) {}

    private final Map<AttemptId, UpdateLine> lines = new LinkedHashMap<>();
    private final Duration resendAfter;

    /** @param resendAfter wait this long for an acknowledgement before sending again */
    public Outbox(Duration resendAfter) {
        this.resendAfter = resendAfter;
    }

    /** Adds an update made from its sequence number. */
    public void append(AttemptId attempt, LongFunction<TrialUpdate> update) {
        lines.computeIfAbsent(attempt, unused -> new UpdateLine()).append(update);
    }

    /** The coordinator holds everything of the attempt up to this sequence number. */
    public void acknowledge(AttemptId attempt, long sequence) {
        UpdateLine line = lines.get(attempt);
        if (line != null) {
            line.acknowledge(sequence);
            if (line.isOver()) {
                lines.remove(attempt);
            }
        }
    }

    /** Drops everything about an attempt. */
    public void forget(AttemptId attempt) {
        lines.remove(attempt);
    }

    /** Whoever answered so far is gone: everything unacknowledged is due again. */
    public void sendAllAgain() {
        lines.values().forEach(UpdateLine::sendAllAgain);
    }

    /** What to send now; counts as sent. */
    public List<Batch> due(Instant now) {
        Map<String, List<TrialUpdate>> bySweep = new LinkedHashMap<>();
        lines.forEach((attempt, line) -> bySweep.computeIfAbsent(attempt.sweep(), unused -> new ArrayList<>())
                .addAll(line.due(now, resendAfter)));
        List<Batch> batches = new ArrayList<>();
        bySweep.forEach((sweep, updates) -> {
            for (int from = 0; from < updates.size(); from += LARGEST_BATCH) {
                int to = Math.min(from + LARGEST_BATCH, updates.size());
                batches.add(new Batch(sweep, List.copyOf(updates.subList(from, to))));
            }
        });
        return batches;
    }

    /** Whether the attempt has updates that are unacknowledged, or may have more. */
    public boolean holds(AttemptId attempt) {
        return lines.containsKey(attempt);
    }

    /** Attempts that have updates here, or may have more. */
    public Set<AttemptId> attempts() {
        return Set.copyOf(lines.keySet());
    }

    /** Whether everything is acknowledged. */
    public boolean isEmpty() {
        return lines.values().stream().allMatch(UpdateLine::isEmpty);
    }
}
