package io.sweepforge.search.scheduler;

import java.util.List;

/**
 * Decides which trials go on. {@link #decide} only looks; {@link #record} takes note of a report and of the decision
 * that was made about it, so that replaying the recorded pairs in order rebuilds the same scheduler.
 *
 * <p>Not thread-safe: one caller at a time.
 */
public interface Scheduler {
    /** What should happen to the trial that reported, given everything recorded so far. No side effects. */
    Decision decide(Observation observation);

    /** Takes note of a report and the decision about it. A repeated observation is ignored. */
    void record(Observation observation, Decision decision);

    /**
     * How many trials the sampler proposes; all others begin as copies ({@link Decision.Exploit}). By default all that
     * the budget allows.
     */
    default int sampledTrials() {
        return Integer.MAX_VALUE;
    }

    /** The epochs at which trials are compared, ascending; empty when trials are never compared. */
    List<Integer> rungs();
}
