package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.space.SpaceParser;
import io.sweepforge.search.space.SpaceSpec;
import java.util.List;

/** What a specification asks for, made real. Only for specifications that were accepted. */
public final class Strategies {
    private Strategies() {}

    public static SpaceSpec space(SweepSpec spec) {
        return SpaceParser.parse(spec.space(), spec.constraints(), spec.seedTrials())
                .get();
    }

    public static List<Objective> objectives(SweepSpec spec) {
        return ObjectivesReader.objectives(spec.objectives());
    }

    public static Sampler sampler(SweepSpec spec) {
        return Samplers.create(
                spec.sampler().kind(),
                new SamplerSetup(
                        space(spec).space(),
                        objectives(spec),
                        spec.seed(),
                        spec.sampler().options(),
                        spec.budget().maxTrials(),
                        spec.trial().epochs()));
    }

    public static Scheduler scheduler(SweepSpec spec) {
        return Schedulers.create(
                spec.scheduler().kind(),
                new SchedulerSetup(
                        space(spec).space(),
                        objectives(spec),
                        spec.seed(),
                        spec.scheduler().options(),
                        spec.budget().maxTrials(),
                        spec.trial().epochs()));
    }
}
