package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.search.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The border between what users measure and the losses that samplers and schedulers see. */
final class Objectives {
    private Objectives() {}

    static List<Objective> of(SweepSpec spec) {
        return spec.objectives().stream()
                .map(objective -> new Objective(objective.metric(), goal(objective.goal())))
                .toList();
    }

    /** One per objective; NaN where the metric is missing. */
    static List<Double> values(Map<String, Double> metrics, List<Objective> objectives) {
        return objectives.stream()
                .map(objective -> metrics.getOrDefault(objective.metric(), Double.NaN))
                .toList();
    }

    static List<Double> losses(List<Double> values, List<Objective> objectives) {
        List<Double> losses = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            losses.add(objectives.get(i).toLoss(values.get(i)));
        }
        return losses;
    }

    private static Objective.Goal goal(String goal) {
        return switch (goal) {
            case "minimize" -> Objective.Goal.MINIMIZE;
            case "maximize" -> Objective.Goal.MAXIMIZE;
            default -> throw new IllegalArgumentException("goal: must be minimize or maximize, was " + goal);
        };
    }
}
