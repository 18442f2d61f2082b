package io.sweepforge.coordinator.analysis;

import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.TrialView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is best when every objective counts.
 *
 * @param trials how many have a value in every objective; only those are compared
 * @param items those that no other is better than in one objective and as good in all, by the first objective
 * @param reference one value per objective: the worst that still counts for the hypervolume; null without trials
 * @param hypervolume between the front and the reference, in the product of the objectives' units; null without trials
 * @param history how the hypervolume grew, ascending by trial number
 * @param note what to know about the figures; null when there is nothing
 */
public record ParetoView(
        List<ObjectiveSpec> objectives,
        int trials,
        List<TrialView> items,
        @Nullable List<Double> reference,
        @Nullable Double hypervolume,
        List<Growth> history,
        @Nullable String note) {

    /** The hypervolume of all trials up to one. */
    public record Growth(int number, double hypervolume) {}
}
