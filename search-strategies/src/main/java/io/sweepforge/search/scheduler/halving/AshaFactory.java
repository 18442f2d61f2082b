package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;

/** Makes ASHA schedulers. */
public final class AshaFactory implements StrategyFactory<SchedulerSetup, Scheduler> {
    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "asha",
                "Compares trials at epochs that grow geometrically; only the best of each go on.",
                HalvingOptions.DESCRIPTIONS);
    }

    @Override
    public List<FieldError> refusals(SchedulerSetup setup) {
        return HalvingOptions.refusals(setup);
    }

    @Override
    public Scheduler create(SchedulerSetup setup) {
        HalvingOptions options = HalvingOptions.of(setup);
        return new AshaScheduler(setup.objectives(), options.rule(""), options.rungs());
    }
}
