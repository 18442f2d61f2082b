package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.TrialRanking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all trials told, and the models made of it, each made when first asked for. */
final class Knowledge {
    private final SamplerSetup setup;
    private final PointSpace space;
    private final Models models;
    private final TreeMap<Integer, Told> finished = new TreeMap<>();
    private List<ActiveTrial> reporting = List.of();
    private final Map<Task, View> views = new HashMap<>();

    /** What a suggestion is for. */
    private record Task(int turn, Focus focus) {
        static Task of(int number, int objectives, int parameters) {
            int turn = objectives == 1 ? 0 : number % Scalarisation.TURNS;
            return new Task(turn, Focus.of(number, parameters));
        }
    }

    Knowledge(SamplerSetup setup, PointSpace space) {
        this.setup = setup;
        this.space = space;
        this.models = new Models(new Features(space), setup.maxEpochs() > 1);
    }

    /** @param fresh trials that were not known before */
    void update(List<FinishedTrial> fresh, List<ActiveTrial> active) {
        List<ActiveTrial> nowReporting =
                active.stream().filter(trial -> !trial.curve().isEmpty()).collect(Collectors.toList());
        if (!fresh.isEmpty() || !nowReporting.equals(reporting)) {
            views.clear();
        }
        reporting = nowReporting;
        fresh.stream()
                .filter(TrialRanking::isTelling)
                .map(trial -> Told.of(trial, space, setup.maxEpochs()))
                .filter(told -> space.contains(told.point()))
                .forEach(told -> finished.put(told.number(), told));
    }

    /** How many trials told something. */
    int size() {
        return finished.size() + reporting.size();
    }

    View view(int number) {
        return views.computeIfAbsent(
                Task.of(number, setup.objectives().size(), space.size()), task -> view(told(), task));
    }

    private View view(List<Told> told, Task task) {
        Levels levels = Levels.of(told, setup.maxEpochs());
        Scalarisation scalarisation = Scalarisation.of(told, setup.objectives().size(), task.turn());
        List<Evidence> evidence = levels.evidence(told, scalarisation);
        Model model = models.of(evidence, task.focus());
        double target = levels.coordinate(levels.target(told, space.size() + 1));
        List<Hurdle> hurdles = Hurdle.below(target, evidence, model.scale()::target);
        return new View(model, task.focus(), target, hurdles, scalarisation, space.size());
    }

    /** By number. */
    private List<Told> told() {
        TreeMap<Integer, Told> told = new TreeMap<>(finished);
        for (ActiveTrial trial : reporting) {
            told.putIfAbsent(trial.number(), Told.of(trial, space));
        }
        return new ArrayList<>(told.values());
    }
}
