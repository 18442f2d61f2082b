package io.sweepforge.search.sampler.tpe;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Chooses the best of trials that were stopped at different epochs: of those that came far, compared at the last epoch
 * that enough of them reached (as Falkner et al., ICML 2018, choose the budget of their model).
 */
final class BestTrials {
    private BestTrials() {}

    /**
     * The best ones, the best first; fewer when there are not so many with losses.
     *
     * @param enough how many must be comparable
     * @param most how many of these to give
     */
    static List<Observation> of(List<Observation> trials, int enough, int most) {
        TreeMap<Integer, List<Observation>> levels = levels(trials);
        List<Observation> compared = new ArrayList<>();
        int epoch = Observation.END;
        while (!levels.isEmpty() && compared.size() < enough) {
            epoch = levels.lastKey();
            compared.addAll(levels.remove(epoch));
        }
        return compared.isEmpty() ? compared : TrialOrder.best(compared, epoch, most);
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
