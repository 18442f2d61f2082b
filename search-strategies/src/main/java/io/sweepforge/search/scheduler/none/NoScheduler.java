package io.sweepforge.search.scheduler.none;

import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import java.util.List;

/** Lets every trial train to its end. */
final class NoScheduler implements Scheduler {
    private static final Decision CONTINUE = new Decision.Continue("every trial trains to its end");

    @Override
    public Decision decide(Observation observation) {
        return CONTINUE;
    }

    @Override
    public void record(Observation observation, Decision decision) {
        // Nothing that was seen changes what comes.
    }

    @Override
    public List<Integer> rungs() {
        return List.of();
    }
}
