package io.sweepforge.search.strategy;

import java.util.Map;

/** What a strategy is made for. */
public interface StrategySetup {
    /** What the user wrote beside {@code kind}. */
    Map<String, Object> options();
}
