package io.sweepforge.search.sampler;

import io.sweepforge.search.space.Configuration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a sampler has been told, in the order of trial numbers, so that the order of telling does not matter. */
final class TrialHistory {
    private final TreeMap<Integer, FinishedTrial> finished = new TreeMap<>();
    private final TreeMap<Integer, Configuration> active = new TreeMap<>();
    private final Set<Configuration> finishedConfigurations = new HashSet<>();

    /**
     * Takes note of what changed.
     *
     * @return the finished trials that were not known before
     */
    List<FinishedTrial> update(List<FinishedTrial> told, List<ActiveTrial> nowActive) {
        List<FinishedTrial> fresh = told.stream()
                .filter(trial -> finished.putIfAbsent(trial.number(), trial) == null)
                .collect(Collectors.toList());
        fresh.forEach(trial -> finishedConfigurations.add(trial.configuration()));
        active.clear();
        nowActive.stream()
                .filter(trial -> !finished.containsKey(trial.number()))
                .forEach(trial -> active.put(trial.number(), trial.configuration()));
        return fresh;
    }

    NavigableMap<Integer, FinishedTrial> finished() {
        return Collections.unmodifiableNavigableMap(finished);
    }

    /** What trials other than the given one are trying. */
    List<Configuration> activeExcept(int number) {
        return active.entrySet().stream()
                .filter(entry -> entry.getKey() != number)
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    /** Tells whether a finished trial, or an active one other than the given one, has a configuration. */
    Predicate<Configuration> takenByOthers(int number) {
        Set<Configuration> others = new HashSet<>(activeExcept(number));
        return configuration -> wasFinished(configuration) || others.contains(configuration);
    }

    boolean wasFinished(Configuration configuration) {
        return finishedConfigurations.contains(configuration);
    }

    /** How many smaller trial numbers nobody has told about. */
    int unknownBefore(int number) {
        return number - finished.headMap(number).size() - active.headMap(number).size();
    }
}
