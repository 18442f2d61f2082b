package io.sweepforge.coordinator.sweep;

import io.sweepforge.search.Objective;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trial has shown so far. A trial's value is that of its best epoch: the epoch with the smallest loss in the
 * first objective, the earlier one of two equals. The same epoch gives its other values and its metrics.
 *
 * @param epoch the last one reported, 0 before the first
 * @param last the objectives' values at that epoch, NaN where the metric was missing
 * @param best null before an epoch whose first objective is a number
 */
public record Learned(
        int epoch, List<Double> last, @Nullable Measured best) {
    static final Learned NOTHING = new Learned(0, List.of(), null);

    /** What one epoch measured. */
    public record Measured(int epoch, List<Double> values, Map<String, Double> metrics) {}

    Learned with(int reported, Map<String, Double> metrics, List<Objective> objectives) {
        List<Double> values = Objectives.values(metrics, objectives);
        Measured now = new Measured(reported, values, metrics);
        return new Learned(reported, values, isBetter(values.get(0), objectives.get(0)) ? now : best);
    }

    /** Where the next attempt begins. */
    Learned backAt(int resumedEpoch) {
        return new Learned(resumedEpoch, last, best);
    }

    private boolean isBetter(double value, Objective objective) {
        if (Double.isNaN(value)) {
            return false;
        }
        return best == null
                || objective.toLoss(value) < objective.toLoss(best.values().get(0));
    }
}
