package io.sweepforge.search.strategy;

import io.sweepforge.search.FieldError;
import java.util.List;

/**
 * Makes one kind of strategy.
 *
 * @param <S> what it is made for
 * @param <T> what is made
 */
public interface StrategyFactory<S extends StrategySetup, T> {
    StrategyDescription description();

    /** Why this kind cannot serve, beyond wrong options, with full field paths; empty when it can. */
    List<FieldError> refusals(S setup);

    /** Only for setups that are not refused. */
    T create(S setup);
}
