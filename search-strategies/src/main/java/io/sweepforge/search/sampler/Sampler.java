package io.sweepforge.search.sampler;

import java.util.List;
import java.util.Optional;

/**
 * Proposes configurations. A suggestion depends on the seed, the history told through {@link #update} and the trial's
 * number only: not on how often or in which batches either method was called, nor on the process it runs in.
 *
 * <p>Not thread-safe: one caller at a time.
 */
public interface Sampler {
    /**
     * Takes note of what changed.
     *
     * @param finished trials that finished since the last call, in any order; a trial told twice counts once
     * @param active every trial that was suggested and has not finished, replacing what the last call said
     */
    void update(List<FinishedTrial> finished, List<ActiveTrial> active);

    /**
     * Proposes the configuration of one trial. Has no side effects: asked again for the same number with the same
     * history it answers the same.
     *
     * @param number the trial's number, from 0
     * @return empty when the space holds nothing that was not tried yet (a finished grid)
     */
    Optional<Suggestion> suggest(int number);
}
