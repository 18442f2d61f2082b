package io.sweepforge.search.sampler.support;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.space.Configuration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a sampler has been told, in the order of trial numbers, so that the order of telling does not matter. */
public final class TrialHistory {
    private final TreeMap<Integer, FinishedTrial> finished = new TreeMap<>();
    private final TreeMap<Integer, ActiveTrial> active = new TreeMap<>();
    private final Set<Configuration> finishedConfigurations = new HashSet<>();

    /**
     * Takes note of what changed.
     *
     * @return the finished trials that were not known before
     */
    public List<FinishedTrial> update(List<FinishedTrial> told, List<ActiveTrial> nowActive) {
        List<FinishedTrial> fresh = told.stream()
                .filter(trial -> finished.putIfAbsent(trial.number(), trial) == null)
                .collect(Collectors.toList());
        fresh.stream()
                .filter(trial -> trial.number() >= 0)
                .forEach(trial -> finishedConfigurations.add(trial.configuration()));
        active.clear();
        nowActive.stream()
                .filter(trial -> !finished.containsKey(trial.number()))
                .forEach(trial -> active.put(trial.number(), trial));
        return fresh;
    }

    public NavigableMap<Integer, FinishedTrial> finished() {
        return Collections.unmodifiableNavigableMap(finished);
    }

    /** What trials other than the given one are trying. */
    public List<Configuration> activeExcept(int number) {
        return activeTrialsExcept(number).stream()
                .map(ActiveTrial::configuration)
                .collect(Collectors.toList());
    }

    /** The active trials other than the given one, by number. */
    public List<ActiveTrial> activeTrialsExcept(int number) {
        return active.values().stream()
                .filter(trial -> trial.number() != number)
                .collect(Collectors.toList());
    }

    /** Tells whether a finished trial, or an active one other than the given one, has a configuration. */
    public Predicate<Configuration> takenByOthers(int number) {
        Set<Configuration> others = new HashSet<>(activeExcept(number));
        return configuration -> wasFinished(configuration) || others.contains(configuration);
    }

    public boolean wasFinished(Configuration configuration) {
        return finishedConfigurations.contains(configuration);
    }

    /** How many smaller trial numbers nobody has told about. */
    public int unknownBefore(int number) {
        return number
                - finished.subMap(0, number).size()
                - active.headMap(number).size();
    }
}
