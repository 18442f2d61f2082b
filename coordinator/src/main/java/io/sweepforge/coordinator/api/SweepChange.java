package io.sweepforge.coordinator.api;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened, for those who watch.
 *
 * @param id position in the stream it was read from, ascending; a watcher who comes back with it misses nothing
 */
public record SweepChange(String id, Payload payload) {
    public sealed interface Payload {
        /** The sweep is now like this. */
        record SweepChanged(SweepView sweep) implements Payload {}

        /** A trial is now like this. */
        record TrialChanged(TrialView trial) implements Payload {}

        /** A trial reported. */
        record Reported(int number, int attempt, int step, Map<String, Double> metrics, Instant at)
                implements Payload {}
    }
}
