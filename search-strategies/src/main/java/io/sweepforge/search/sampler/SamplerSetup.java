package io.sweepforge.search.sampler;

import io.sweepforge.search.Objective;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.strategy.StrategySetup;
import java.util.List;
import java.util.Map;

/**
 * What a sampler is made for.
 *
 * @param objectives at least one
 * @param options what the user wrote beside {@code kind}
 * @param maxEpochs how long a trial trains when nobody stops it, at least 1
 * @param plannedTrials how many trials the budget allows, {@link Integer#MAX_VALUE} when unlimited
 */
public record SamplerSetup(
        SearchSpace space,
        List<Objective> objectives,
        long seed,
        Map<String, Object> options,
        int plannedTrials,
        int maxEpochs)
        implements StrategySetup {
    public SamplerSetup {
        objectives = List.copyOf(objectives);
        options = Map.copyOf(options);
        if (maxEpochs < 1) {
            throw new IllegalArgumentException("maxEpochs: must be at least 1, was " + maxEpochs);
        }
    }

    /** For trials that report once, at their end. */
    public SamplerSetup(
            SearchSpace space, List<Objective> objectives, long seed, Map<String, Object> options, int plannedTrials) {
        this(space, objectives, seed, options, plannedTrials, 1);
    }
}
