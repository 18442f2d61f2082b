package io.sweepforge.search.scheduler;

import io.sweepforge.search.Objective;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.strategy.StrategySetup;
import java.util.List;
import java.util.Map;

/**
 * What a scheduler is made for.
 *
 * @param space what trials are configured from
 * @param plannedTrials how many trials the budget allows, {@link Integer#MAX_VALUE} when unlimited
 * @param maxEpochs how long a trial trains when nobody stops it, at least 1
 * @param options what the user wrote beside {@code kind}
 * @param objectives at least one
 */
public record SchedulerSetup(
        SearchSpace space,
        List<Objective> objectives,
        long seed,
        Map<String, Object> options,
        int plannedTrials,
        int maxEpochs)
        implements StrategySetup {
    public SchedulerSetup {
        if (maxEpochs < 1) {
            throw new IllegalArgumentException("maxEpochs: must be at least 1, was " + maxEpochs);
        }
        options = Map.copyOf(options);
        objectives = List.copyOf(objectives);
    }
}
