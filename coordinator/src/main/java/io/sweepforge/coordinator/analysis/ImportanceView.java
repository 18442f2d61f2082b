package io.sweepforge.coordinator.analysis;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.search.Objective;
import io.sweepforge.search.analysis.Importance;
import io.sweepforge.search.analysis.ImportanceAnalysis;
import io.sweepforge.search.analysis.ImportanceMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much each parameter matters for one objective.
 *
 * @param objective the metric
 * @param trials how many it was computed from
 * @param items the greatest first; they sum to 1, or there are none
 * @param note what to know about the figures; null when there is nothing
 */
public record ImportanceView(
        String method,
        String objective,
        int trials,
        List<Importance.Item> items,
        @Nullable String note) {

    /** @param position of the objective */
    public static ImportanceView of(SweepSpec spec, List<TrialView> trials, ImportanceMethod method, int position) {
        List<Objective> objectives = Strategies.objectives(spec);
        Importance importance = ImportanceAnalysis.of(
                method, Strategies.space(spec).space(), FinishedTrials.of(trials, objectives), position, spec.seed());
        return new ImportanceView(
                method.word(),
                objectives.get(position).metric(),
                importance.trials(),
                importance.items(),
                importance.note().isEmpty() ? null : importance.note());
    }
}
