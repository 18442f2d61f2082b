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
 * @param plannedTrials how many trials the budget allows, {@link Integer#MAX_VALUE} when unlimited
 */
public record SamplerSetup(
        SearchSpace space, List<Objective> objectives, long seed, Map<String, Object> options, int plannedTrials)
        implements StrategySetup {
    public SamplerSetup {
        objectives = List.copyOf(objectives);
        options = Map.copyOf(options);
    }
}
