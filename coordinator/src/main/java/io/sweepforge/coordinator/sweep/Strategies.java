package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Samplers;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.scheduler.Schedulers;
import io.sweepforge.search.space.SpaceParser;
import io.sweepforge.search.space.SpaceSpec;

/** What a specification asks for, made real. Only for specifications that were accepted. */
final class Strategies {
    private Strategies() {}

    static SpaceSpec space(SweepSpec spec) {
        return SpaceParser.parse(spec.space(), spec.constraints(), spec.seedTrials())
                .get();
    }

    static Sampler sampler(SweepSpec spec) {
        return Samplers.create(
                spec.sampler().kind(),
                new SamplerSetup(
                        space(spec).space(),
                        Objectives.of(spec),
                        spec.seed(),
                        spec.sampler().options(),
                        spec.budget().maxTrials()));
    }

    static Scheduler scheduler(SweepSpec spec) {
        return Schedulers.create(
                spec.scheduler().kind(),
                new SchedulerSetup(
                        spec.trial().epochs(), spec.scheduler().options(), Objectives.of(spec), spec.seed()));
    }
}
