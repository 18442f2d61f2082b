package io.sweepforge.search.space;

import java.util.List;

/** A space as a user wrote it, with the configurations to try first. */
public record SpaceSpec(SearchSpace space, List<Configuration> seedTrials) {
    public SpaceSpec {
        seedTrials = List.copyOf(seedTrials);
    }
}
