package io.sweepforge.coordinator.directory;

import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.directory.DirectoryCommand.ListSweeps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * From the directory's start until every unfinished sweep has told how it is, or patience ends: what is persisted of those
 * is only how they began, so lists wait. Not thread-safe.
 */
final class Awakening {
    private final Set<String> silent = new HashSet<>();
    private final List<ListSweeps> waiting = new ArrayList<>();

    void begin(Collection<SweepView> unfinished) {
        unfinished.forEach(sweep -> silent.add(sweep.id()));
    }

    boolean isOver() {
        return silent.isEmpty();
    }

    /** @param query to be answered when it is over */
    void hold(ListSweeps query) {
        waiting.add(query);
    }

    /** @return the queries that are to be answered now */
    List<ListSweeps> heard(String sweep) {
        silent.remove(sweep);
        return silent.isEmpty() ? released() : List.of();
    }

    /** @return the queries that are to be answered now */
    List<ListSweeps> giveUp() {
        silent.clear();
        return released();
    }

    private List<ListSweeps> released() {
        List<ListSweeps> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
