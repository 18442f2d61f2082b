package io.sweepforge.search.strategy;

import java.util.List;

/**
 * What there is to know about a sampler or scheduler before asking for it.
 *
 * @param kind the name users write
 * @param description one sentence
 */
public record StrategyDescription(String kind, String description, List<OptionDescription> options) {
    public StrategyDescription {
        options = List.copyOf(options);
    }
}
