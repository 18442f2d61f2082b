package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.api.TrialState.CANCELLED;
import static io.sweepforge.coordinator.api.TrialState.COMPLETED;
import static io.sweepforge.coordinator.api.TrialState.FAILED;
import static io.sweepforge.coordinator.api.TrialState.PAUSED;
import static io.sweepforge.coordinator.api.TrialState.PENDING;
import static io.sweepforge.coordinator.api.TrialState.PRUNED;
import static io.sweepforge.coordinator.api.TrialState.RUNNING;

import io.sweepforge.coordinator.api.TrialState;
import java.util.Map;
import java.util.Set;

/** Which state of a trial may follow which. */
final class TrialLifecycle {
    static final Map<TrialState, Set<TrialState>> NEXT = Map.of(
            PENDING, Set.of(RUNNING, PAUSED, PRUNED, CANCELLED),
            RUNNING, Set.of(PENDING, PAUSED, COMPLETED, PRUNED, FAILED, CANCELLED),
            PAUSED, Set.of(PENDING, PRUNED, CANCELLED),
            COMPLETED, Set.of(),
            PRUNED, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    private TrialLifecycle() {}

    /** The next state, or an error when events contradict each other. */
    static TrialState move(TrialState from, TrialState to) {
        if (!NEXT.getOrDefault(from, Set.of()).contains(to)) {
            throw new IllegalStateException("A trial that is " + from + " cannot become " + to);
        }
        return to;
    }
}
