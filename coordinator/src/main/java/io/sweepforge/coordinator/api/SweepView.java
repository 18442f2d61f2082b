package io.sweepforge.coordinator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sweep as the HTTP contract shows it. */
public record SweepView(
        String id,
        String name,
        SweepState state,
        SweepSpec spec,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        TrialCounts trials,
        @Nullable Best best,
        Progress progress,
        @Nullable String stopReason) {
    public record TrialCounts(
            int total, int pending, int running, int paused, int completed, int pruned, int failed, int cancelled) {}

    /** @param metrics those of the epoch that the value was taken from */
    public record Best(int number, Map<String, Object> parameters, double value, Map<String, Double> metrics) {}

    /**
     * @param fraction 0 to 1
     * @param remaining null while nothing can be said
     */
    public record Progress(double fraction, @Nullable Duration remaining) {}
}
