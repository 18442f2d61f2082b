package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.Budget;
import io.sweepforge.coordinator.api.Sweeps.SweepPatch;
import io.sweepforge.coordinator.spec.BudgetTarget;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepChanged;
import io.sweepforge.search.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changing what may change while a sweep runs. */
final class Changing {
    private Changing() {}

    static Answer change(Sweep sweep, SweepPatch patch, Instant now) {
        if (sweep.state().isFinal()) {
            return Steering.over(sweep, "changed");
        }
        List<FieldError> errors = problems(sweep.spec(), patch);
        return errors.isEmpty()
                ? Answer.accepted(new SweepChanged(changed(sweep.spec(), patch), now))
                : new Answer.Refused(ErrorCode.INVALID_SPECIFICATION, "The change has mistakes.", errors);
    }

    private static List<FieldError> problems(SweepSpec spec, SweepPatch patch) {
        List<FieldError> errors = new ArrayList<>();
        atLeastOne("budget.maxTrials", patch.maxTrials(), errors);
        atLeastOne("budget.maxParallelTrials", patch.maxParallelTrials(), errors);
        atLeastOne("budget.maxTrialsWithoutImprovement", patch.maxTrialsWithoutImprovement(), errors);
        patch.maxDuration()
                .filter(duration -> duration.compareTo(Duration.ZERO) <= 0)
                .ifPresent(wrong ->
                        errors.add(new FieldError("budget.maxDuration", "must be longer than nothing, was " + wrong)));
        patch.target()
                .filter(target -> !Double.isFinite(target))
                .ifPresent(wrong -> errors.add(new FieldError("budget.target", "must be a number, was " + wrong)));
        patch.target()
                .flatMap(target -> BudgetTarget.problem(spec.objectives().size()))
                .ifPresent(errors::add);
        patch.space().ifPresent(space -> errors.addAll(SpaceWidening.problems(spec, space)));
        return errors;
    }

    private static void atLeastOne(String field, Optional<Integer> value, List<FieldError> errors) {
        value.filter(count -> count < 1)
                .ifPresent(wrong -> errors.add(new FieldError(field, "must be at least 1, was " + wrong)));
    }

    private static SweepSpec changed(SweepSpec spec, SweepPatch patch) {
        Budget budget = spec.budget();
        Budget changed = new Budget(
                patch.maxTrials().orElse(budget.maxTrials()),
                patch.maxDuration().orElse(budget.maxDuration()),
                patch.maxParallelTrials().orElse(budget.maxParallelTrials()),
                patch.target().orElse(budget.target()),
                patch.maxTrialsWithoutImprovement().orElse(budget.maxTrialsWithoutImprovement()));
        Map<String, Object> space = patch.space().orElse(spec.space());
        return new SweepSpec(
                spec.name(),
                spec.objectives(),
                spec.trial(),
                space,
                spec.constraints(),
                spec.sampler(),
                spec.scheduler(),
                changed,
                spec.retry(),
                spec.seed(),
                patch.priority().orElse(spec.priority()),
                spec.seedTrials(),
                spec.labels(),
                spec.warmStart());
    }
}
