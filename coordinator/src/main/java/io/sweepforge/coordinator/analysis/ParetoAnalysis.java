package io.sweepforge.coordinator.analysis;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.search.Objective;
import io.sweepforge.search.analysis.LossFence;
import io.sweepforge.search.pareto.Pareto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds a sweep's Pareto front and how it grew. Every trial with a number in each objective takes part. */
public final class ParetoAnalysis {
    private static final int MOST_ITEMS = 1_000;
    /** With so many objectives finding the front may take the square of the trials. */
    private static final int MANY_OBJECTIVES = 4;

    private static final int MOST_COMPARED = 20_000;

    private final SweepSpec spec;
    private final List<Objective> objectives;
    private final int measured;
    private final List<TrialView> trials;
    private final List<double[]> losses;

    private ParetoAnalysis(SweepSpec spec, List<TrialView> trials) {
        this.spec = spec;
        this.objectives = Strategies.objectives(spec);
        List<TrialView> all = trials.stream().filter(this::isMeasured).toList();
        this.measured = all.size();
        this.trials = objectives.size() < MANY_OBJECTIVES ? all : Thinning.evenly(all, MOST_COMPARED);
        this.losses = this.trials.stream().map(this::losses).toList();
    }

    /**
     * The front of these trials.
     *
     * @param trials ascending by number
     * @param reference one value per objective; by default, in each, the worst that was seen, but not further from the
     *     median than twice the best
     */
    public static ParetoView of(SweepSpec spec, List<TrialView> trials, Optional<List<Double>> reference) {
        ParetoAnalysis analysis = new ParetoAnalysis(spec, trials);
        if (analysis.trials.isEmpty()) {
            String note = "No trial has a value in every objective yet.";
            return new ParetoView(spec.objectives(), 0, List.of(), null, null, List.of(), note);
        }
        return analysis.view(reference.map(analysis::toLosses).orElseGet(analysis::fence));
    }

    private ParetoView view(double[] reference) {
        List<TrialView> front = Arrays.stream(Pareto.front(losses))
                .mapToObj(trials::get)
                .sorted(Comparator.comparingDouble(trial -> losses(trial)[0]))
                .toList();
        HypervolumeHistory history = HypervolumeHistory.of(trials, losses, reference);
        List<String> notes = new ArrayList<>();
        if (objectives.size() == 1) {
            notes.add("The sweep has one objective, so its front is the best trial.");
        }
        if (trials.size() < measured) {
            notes.add("Computed from %d of %d trials, evenly chosen.".formatted(trials.size(), measured));
        }
        if (front.size() > MOST_ITEMS) {
            notes.add("The front has %d trials; %d of them are listed, evenly chosen."
                    .formatted(front.size(), MOST_ITEMS));
        }
        history.note().ifPresent(notes::add);
        return new ParetoView(
                spec.objectives(),
                trials.size(),
                Thinning.evenly(front, MOST_ITEMS),
                toValues(reference),
                history.last(),
                history.steps(),
                notes.isEmpty() ? null : String.join(" ", notes));
    }

    private boolean isMeasured(TrialView trial) {
        return trial.values().size() == objectives.size()
                && trial.values().stream().allMatch(Double::isFinite);
    }

    private double[] losses(TrialView trial) {
        return toLosses(trial.values());
    }

    private double[] toLosses(List<Double> values) {
        return IntStream.range(0, objectives.size())
                .mapToDouble(i -> objectives.get(i).toLoss(values.get(i)))
                .toArray();
    }

    private List<Double> toValues(double[] point) {
        return IntStream.range(0, point.length)
                .mapToObj(i -> objectives.get(i).toValue(point[i]))
                .toList();
    }

    private double[] fence() {
        return IntStream.range(0, objectives.size())
                .mapToDouble(i -> LossFence.of(losses.stream().mapToDouble(point -> point[i])))
                .toArray();
    }
}
