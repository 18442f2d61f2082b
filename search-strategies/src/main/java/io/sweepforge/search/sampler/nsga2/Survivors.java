package io.sweepforge.search.sampler.nsga2;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.support.Coordinates;
import io.sweepforge.search.sampler.support.TrialRanking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The population that all finished trials lead to. Trial numbers are cut into blocks as large as the population; the best
 * of each block and the survivors so far survive. A trial that finishes late changes what followed its block: the order
 * in which trials finish makes no difference.
 */
final class Survivors {
    private final Coordinates coordinates;
    private final int objectives;
    private final int size;
    private final TreeMap<Integer, TreeMap<Integer, Individual>> blocks = new TreeMap<>();
    /** After each block, as far as it was computed. */
    private final TreeMap<Integer, Population> populations = new TreeMap<>();

    Survivors(Coordinates coordinates, int objectives, int size) {
        this.coordinates = coordinates;
        this.objectives = objectives;
        this.size = size;
    }

    /** Takes note of a trial that was not known before. */
    void add(FinishedTrial trial) {
        if (!TrialRanking.isTelling(trial)) {
            return;
        }
        int block = Math.floorDiv(trial.number(), size);
        blocks.computeIfAbsent(block, number -> new TreeMap<>())
                .put(trial.number(), new Individual(trial, coordinates.point(trial.configuration())));
        populations.tailMap(block, true).clear();
    }

    /** At most as many as the population has; fewer before so many have finished. */
    Population population() {
        Map<Integer, TreeMap<Integer, Individual>> left =
                populations.isEmpty() ? blocks : blocks.tailMap(populations.lastKey(), false);
        List<Individual> survivors = populations.isEmpty()
                ? List.of()
                : populations.lastEntry().getValue().individuals();
        for (Map.Entry<Integer, TreeMap<Integer, Individual>> block : left.entrySet()) {
            List<Individual> together = new ArrayList<>(survivors);
            together.addAll(block.getValue().values());
            Population population = Population.best(together, objectives, size);
            populations.put(block.getKey(), population);
            survivors = population.individuals();
        }
        return populations.isEmpty()
                ? Population.best(List.of(), objectives, size)
                : populations.lastEntry().getValue();
    }
}
