package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.api.SweepState.CANCELLED;
import static io.sweepforge.coordinator.api.SweepState.COMPLETED;
import static io.sweepforge.coordinator.api.SweepState.FAILED;
import static io.sweepforge.coordinator.api.SweepState.PAUSED;
import static io.sweepforge.coordinator.api.SweepState.RUNNING;

import io.sweepforge.coordinator.api.SweepState;
import java.util.Map;
import java.util.Set;

/** Which state of a sweep may follow which. */
final class SweepLifecycle {
    static final Map<SweepState, Set<SweepState>> NEXT = Map.of(
            RUNNING, Set.of(PAUSED, COMPLETED, CANCELLED, FAILED),
            PAUSED, Set.of(RUNNING, COMPLETED, CANCELLED, FAILED),
            COMPLETED, Set.of(),
            CANCELLED, Set.of(),
            FAILED, Set.of());

    private SweepLifecycle() {}

    static boolean allows(SweepState from, SweepState to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    /** The next state, or an error when events contradict each other. */
    static SweepState move(SweepState from, SweepState to) {
        if (!allows(from, to)) {
            throw new IllegalStateException("A sweep that is " + from + " cannot become " + to);
        }
        return to;
    }
}
