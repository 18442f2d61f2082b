package io.sweepforge.search.scheduler;

import io.sweepforge.search.Objective;
import io.sweepforge.search.strategy.StrategySetup;
import java.util.List;
import java.util.Map;

/**
 * What a scheduler is made for.
 *
 * @param maxEpochs how long a trial trains when nobody stops it, at least 1
 * @param options what the user wrote beside {@code kind}
 * @param objectives at least one
 */
public record SchedulerSetup(int maxEpochs, Map<String, Object> options, List<Objective> objectives, long seed)
        implements StrategySetup {
    public SchedulerSetup {
        if (maxEpochs < 1) {
            throw new IllegalArgumentException("maxEpochs: must be at least 1, was " + maxEpochs);
        }
        options = Map.copyOf(options);
        objectives = List.copyOf(objectives);
    }
}
