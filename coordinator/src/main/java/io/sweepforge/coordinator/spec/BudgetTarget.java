package io.sweepforge.coordinator.spec;

import io.sweepforge.search.FieldError;
import java.util.Optional;

/** Whether a sweep may have a target at all. */
public final class BudgetTarget {
    private BudgetTarget() {}

    /** With several objectives one number says nothing about when enough is reached. */
    public static Optional<FieldError> problem(int objectives) {
        return objectives < 2
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "budget.target",
                        "is for one objective and the sweep has %d; leave it out, or use maxTrialsWithoutImprovement, which ends the sweep when its Pareto front stands still"
                                .formatted(objectives)));
    }
}
