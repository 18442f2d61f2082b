package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;

/** Makes Hyperband schedulers. */
public final class HyperbandFactory implements StrategyFactory<SchedulerSetup, Scheduler> {
    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "hyperband",
                "Like asha, in several brackets that begin to compare later and later, the last one never: costs more"
                        + " epochs than asha and is not misled by trials that begin slowly.",
                HalvingOptions.DESCRIPTIONS);
    }

    @Override
    public List<FieldError> refusals(SchedulerSetup setup) {
        return HalvingOptions.refusals(setup);
    }

    @Override
    public Scheduler create(SchedulerSetup setup) {
        return new HyperbandScheduler(setup.objectives(), HalvingOptions.of(setup));
    }
}
