package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.NodeMessage.Acknowledgement;
import io.sweepforge.protocol.NodeMessage.Verdict;
import io.sweepforge.protocol.TrialUpdate.Reported;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Recorded reports that may not be in the learning curves yet. Nothing from the first of them on may be acknowledged,
 * because an acknowledgement covers all that came before it and the node keeps no more of it. Thread-safe.
 */
final class UnsavedReports {
    private final Map<AttemptId, TreeSet<Long>> sequences = new HashMap<>();

    synchronized void add(List<Reported> reports) {
        reports.forEach(report -> sequences
                .computeIfAbsent(report.attempt(), unused -> new TreeSet<>())
                .add(report.sequence()));
    }

    synchronized void saved(List<Reported> reports) {
        for (Reported report : reports) {
            sequences.computeIfPresent(report.attempt(), (attempt, open) -> {
                open.remove(report.sequence());
                return open.isEmpty() ? null : open;
            });
        }
    }

    /** As much of these as is safe by now; the node tells the rest again. */
    synchronized List<Acknowledgement> safe(List<Acknowledgement> answers) {
        return answers.stream().map(this::safe).flatMap(Optional::stream).toList();
    }

    private Optional<Acknowledgement> safe(Acknowledgement answer) {
        TreeSet<Long> open = sequences.get(answer.attempt());
        if (open == null || open.first() > answer.sequence()) {
            return Optional.of(answer);
        }
        return answer.verdict() == Verdict.ABANDON
                ? Optional.empty()
                : Optional.of(
                        new Acknowledgement(answer.attempt(), open.first() - 1, answer.verdict(), answer.reason()));
    }
}
