package io.sweepforge.search.sampler.tpe;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Chooses the best of trials that were stopped at different epochs. Those that came far are compared at the last epoch
 * that enough of them reached (as Falkner et al., ICML 2018, choose the budget of their model); others follow by how far
 * they came.
 */
final class BestTrials {
    private BestTrials() {}

    /** The best ones, the best first; fewer when there are not enough with losses. */
    static List<Observation> of(List<Observation> trials, int count) {
        TreeMap<Integer, List<Observation>> levels = levels(trials);
        List<Observation> best = new ArrayList<>();
        List<Observation> level = new ArrayList<>();
        while (!levels.isEmpty() && best.size() < count) {
            int reached = levels.lastKey();
            level.addAll(levels.remove(reached));
            boolean enough = !best.isEmpty() || level.size() >= count;
            if (enough || levels.isEmpty()) {
                best.addAll(TrialOrder.best(level, reached, count - best.size()));
                level.clear();
            }
        }
        return best;
    }

    /** Those with losses by how far they came. */
    private static TreeMap<Integer, List<Observation>> levels(List<Observation> trials) {
        TreeMap<Integer, List<Observation>> levels = new TreeMap<>();
        for (Observation trial : trials) {
            if (trial.hasLosses()) {
                levels.computeIfAbsent(trial.reached(), reached -> new ArrayList<>())
                        .add(trial);
            }
        }
        return levels;
    }
}
