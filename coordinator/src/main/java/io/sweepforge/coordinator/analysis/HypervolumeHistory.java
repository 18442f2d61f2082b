package io.sweepforge.coordinator.analysis;

import io.sweepforge.coordinator.analysis.ParetoView.Growth;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.search.pareto.Pareto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the hypervolume grew from trial to trial. With many trials it is measured at even distances; with three objectives
 * or more, a large front is represented by some of its points, which gives a lower bound.
 */
final class HypervolumeHistory {
    private static final int MOST_STEPS = 100;
    private static final int MOST_POINTS = 200;

    private final double[] reference;
    private final List<Growth> steps = new ArrayList<>();
    private List<double[]> front = List.of();
    private boolean thinned;

    private HypervolumeHistory(double[] reference) {
        this.reference = reference;
    }

    static HypervolumeHistory of(List<TrialView> trials, List<double[]> losses, double[] reference) {
        HypervolumeHistory history = new HypervolumeHistory(reference);
        int count = Math.min(MOST_STEPS, trials.size());
        int from = 0;
        for (int step = 1; step <= count; step++) {
            int to = (int) ((long) step * trials.size() / count);
            history.add(trials.get(to - 1).number(), losses.subList(from, to));
            from = to;
        }
        return history;
    }

    private void add(int number, List<double[]> fresh) {
        List<double[]> candidates = new ArrayList<>(front);
        candidates.addAll(fresh);
        front = representatives(Arrays.stream(Pareto.front(candidates))
                .mapToObj(candidates::get)
                .toList());
        steps.add(new Growth(number, Math.max(last(), Pareto.hypervolume(front, reference))));
    }

    private List<double[]> representatives(List<double[]> whole) {
        if (reference.length <= 2 || whole.size() <= MOST_POINTS) {
            return whole;
        }
        thinned = true;
        List<double[]> sorted = new ArrayList<>(whole);
        sorted.sort(Comparator.comparingDouble(point -> point[0]));
        return Thinning.evenly(sorted, MOST_POINTS);
    }

    List<Growth> steps() {
        return steps;
    }

    double last() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).hypervolume();
    }

    Optional<String> note() {
        return thinned
                ? Optional.of(
                        "The hypervolume is a lower bound, measured by %d points of the front.".formatted(MOST_POINTS))
                : Optional.empty();
    }
}
