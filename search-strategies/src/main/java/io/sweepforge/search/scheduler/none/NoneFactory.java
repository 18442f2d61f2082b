package io.sweepforge.search.scheduler.none;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;

/** Makes the scheduler that lets every trial train to its end. */
public final class NoneFactory implements StrategyFactory<SchedulerSetup, Scheduler> {
    @Override
    public StrategyDescription description() {
        return new StrategyDescription("none", "Every trial trains to its last epoch.", List.of());
    }

    @Override
    public List<FieldError> refusals(SchedulerSetup setup) {
        return List.of();
    }

    @Override
    public Scheduler create(SchedulerSetup setup) {
        return new NoScheduler();
    }
}
