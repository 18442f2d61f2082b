package io.sweepforge.search.catalog;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.scheduler.halving.AshaFactory;
import io.sweepforge.search.scheduler.halving.HyperbandFactory;
import io.sweepforge.search.scheduler.median.MedianFactory;
import io.sweepforge.search.scheduler.none.NoneFactory;
import io.sweepforge.search.scheduler.population.PbtFactory;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyRegistry;
import java.util.List;

/** Every scheduler there is. A new one is a factory class and a line here. */
public final class Schedulers {
    private static final StrategyRegistry<SchedulerSetup, Scheduler> REGISTRY = new StrategyRegistry<>(
            "scheduler",
            List.of(
                    new NoneFactory(),
                    new AshaFactory(),
                    new HyperbandFactory(),
                    new MedianFactory(),
                    new PbtFactory()));

    private Schedulers() {}

    public static List<StrategyDescription> descriptions() {
        return REGISTRY.descriptions();
    }

    /** Every reason why a kind cannot serve a sweep, with full field paths; empty when it can. */
    public static List<FieldError> refusals(String kind, SchedulerSetup setup) {
        return REGISTRY.refusals(kind, setup);
    }

    /**
     * A new one.
     *
     * @throws IllegalArgumentException when {@link #refusals} has any, with all of them
     */
    public static Scheduler create(String kind, SchedulerSetup setup) {
        return REGISTRY.create(kind, setup);
    }
}
