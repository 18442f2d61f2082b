package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.scheduler.Schedulers;
import java.util.List;

/** Samplers and schedulers as a specification asks for them. */
public final class Strategies {
    private Strategies() {}

    /** The epochs at which the scheduler of a specification compares trials. */
    public static List<Integer> rungs(SweepSpec spec) {
        SchedulerSetup setup = new SchedulerSetup(
                spec.trial().epochs(),
                spec.scheduler().options(),
                ObjectivesReader.objectives(spec.objectives()),
                spec.seed());
        return Schedulers.create(spec.scheduler().kind(), setup).rungs();
    }
}
