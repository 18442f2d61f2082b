package io.sweepforge.coordinator.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trial as the HTTP contract shows it.
 *
 * @param parent number of the trial that it began as a copy of; null for most
 * @param value the first objective's value; null before the first report
 * @param values one per objective
 * @param epoch the last one reported, 0 before the first
 * @param attempts executions begun so far
 * @param node where it runs or ran last
 * @param reason the last of the two below
 * @param suggestionReason why the sampler, or a person, chose it
 * @param decisionReason why it was paused, promoted or ended; null while nobody has decided about it
 */
public record TrialView(
        int number,
        TrialState state,
        Map<String, Object> parameters,
        @Nullable Integer parent,
        @Nullable Double value,
        List<Double> values,
        int epoch,
        int attempts,
        @Nullable String node,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable FailureView failure,
        String reason,
        String suggestionReason,
        @Nullable String decisionReason) {
    public record FailureView(String code, String message, String hint) {}
}
