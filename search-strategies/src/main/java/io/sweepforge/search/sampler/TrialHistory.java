package io.sweepforge.search.sampler;

import io.sweepforge.search.space.Configuration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a sampler has been told, in the order of trial numbers, so that the order of telling does not matter. */
final class TrialHistory {
    private final TreeMap<Integer, FinishedTrial> finished = new TreeMap<>();
    private final TreeMap<Integer, Configuration> active = new TreeMap<>();
    private final Map<Configuration, Integer> finishedUses = new HashMap<>();

    void update(List<FinishedTrial> newlyFinished, List<ActiveTrial> nowActive) {
        for (FinishedTrial trial : newlyFinished) {
            if (finished.putIfAbsent(trial.number(), trial) == null) {
                finishedUses.merge(trial.configuration(), 1, Integer::sum);
            }
        }
        active.clear();
        for (ActiveTrial trial : nowActive) {
            if (!finished.containsKey(trial.number())) {
                active.put(trial.number(), trial.configuration());
            }
        }
    }

    Collection<FinishedTrial> finished() {
        return Collections.unmodifiableCollection(finished.values());
    }

    /** What is being tried by other trials than the given one. */
    Collection<Configuration> activeExcept(int number) {
        TreeMap<Integer, Configuration> others = new TreeMap<>(active);
        others.remove(number);
        return others.values();
    }

    /** Whether a finished trial, or another active one, has this configuration. */
    boolean isTaken(Configuration configuration, int exceptNumber) {
        return wasFinished(configuration) || activeExcept(exceptNumber).contains(configuration);
    }

    boolean wasFinished(Configuration configuration) {
        return finishedUses.containsKey(configuration);
    }

    /** How many smaller trial numbers nobody has told about. */
    int unknownBefore(int number) {
        return number - finished.headMap(number).size() - active.headMap(number).size();
    }
}
