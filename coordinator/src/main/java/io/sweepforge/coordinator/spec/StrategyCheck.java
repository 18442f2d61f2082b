package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.SweepSpec.Strategy;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/**
 * Asks samplers and schedulers whether they can serve the sweep. Where another part of the specification is wrong, a
 * stand-in that suits everybody takes its place, so that wrong kinds and options are found all the same.
 */
final class StrategyCheck {
    private static final SearchSpace ANY_SPACE = new SearchSpace(
            List.of(new Parameter("any", new CategoricalDomain(List.of("a", "b")), List.of())), List.of());
    private static final Objective ANY_OBJECTIVE = new Objective("any", Objective.Goal.MINIMIZE);
    private static final int MANY_EPOCHS = 1_000_000;

    private final List<Objective> objectives;
    private final long seed;
    private final List<FieldError> errors;

    StrategyCheck(List<ObjectiveSpec> objectives, long seed, List<FieldError> errors) {
        this.objectives = objectives.isEmpty() ? List.of(ANY_OBJECTIVE) : ObjectivesReader.objectives(objectives);
        this.seed = seed;
        this.errors = errors;
    }

    void sampler(Strategy sampler, Optional<SearchSpace> space, int plannedTrials, Optional<Integer> epochs) {
        SamplerSetup setup = new SamplerSetup(
                space.orElse(ANY_SPACE),
                objectives,
                seed,
                sampler.options(),
                plannedTrials,
                epochs.orElse(MANY_EPOCHS));
        errors.addAll(Samplers.refusals(sampler.kind(), setup));
    }

    void scheduler(Strategy scheduler, Optional<SearchSpace> space, int plannedTrials, Optional<Integer> epochs) {
        SchedulerSetup setup = new SchedulerSetup(
                space.orElse(ANY_SPACE),
                objectives,
                seed,
                scheduler.options(),
                plannedTrials,
                epochs.orElse(MANY_EPOCHS));
        errors.addAll(Schedulers.refusals(scheduler.kind(), setup));
    }
}
