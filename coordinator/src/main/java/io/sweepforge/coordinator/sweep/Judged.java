package io.sweepforge.coordinator.sweep;

import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;

/** An observation that the scheduler was shown and what it thought; replayed in order they rebuild the scheduler. */
public record Judged(Observation observation, Judgement judgement) {
    void recordIn(Scheduler scheduler) {
        scheduler.record(observation, judgement.toDecision());
    }
}
