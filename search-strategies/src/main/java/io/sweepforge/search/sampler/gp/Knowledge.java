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
    private final Map<Integer, View> views = new HashMap<>();

    Knowledge(SamplerSetup setup, PointSpace space) {
        this.setup = setup;
        this.space = space;
        this.models = new Models(new Features(space, setup.maxEpochs() > 1));
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
                .forEach(trial -> finished.put(trial.number(), Told.of(trial, space, setup.maxEpochs())));
    }

    /** How many trials told something. */
    int size() {
        return finished.size() + reporting.size();
    }

    View view(int number) {
        int objectives = setup.objectives().size();
        int turn = objectives == 1 ? 0 : number % Scalarisation.TURNS;
        View known = views.get(turn);
        if (known == null) {
            known = view(told(), objectives, turn);
            views.put(turn, known);
        }
        return known;
    }

    private View view(List<Told> told, int objectives, int turn) {
        Levels levels = Levels.of(told, setup.maxEpochs());
        Scalarisation scalarisation = Scalarisation.of(told, objectives, turn);
        Model model = models.of(levels.evidence(told, scalarisation));
        return new View(model, levels, levels.target(told, space.size() + 1), scalarisation, space.size());
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
