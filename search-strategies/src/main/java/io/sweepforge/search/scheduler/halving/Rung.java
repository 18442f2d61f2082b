package io.sweepforge.search.scheduler.halving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All trials that reached one epoch, from the smallest loss to the largest and NaN last; of two equals the one that
 * came earlier is ahead. Some of them wait there, paused.
 */
final class Rung {
    private final int epoch;
    private final int factor;
    private final List<Entry> entries = new ArrayList<>();
    private final TreeSet<Entry> waiting = new TreeSet<>(Entry.ORDER);
    private final Map<Integer, Entry> waitingByNumber = new HashMap<>();

    /** @param factor one in so many goes on, rounded up */
    Rung(int epoch, int factor) {
        this.epoch = epoch;
        this.factor = factor;
    }

    int epoch() {
        return epoch;
    }

    /** Where a trial that comes now would stand. */
    Standing standing(double loss) {
        int ahead = find(new Entry(loss, entries.size(), 0));
        return new Standing(loss, ahead + 1, entries.size() + 1, factor);
    }

    void add(int number, double loss, boolean waits) {
        Entry entry = new Entry(loss, entries.size(), number);
        entries.add(find(entry), entry);
        if (waits) {
            waiting.add(entry);
            waitingByNumber.put(number, entry);
        }
    }

    boolean holds(int number) {
        return waitingByNumber.containsKey(number);
    }

    /** The trial waits no longer. */
    void release(int number) {
        Optional.ofNullable(waitingByNumber.remove(number)).ifPresent(waiting::remove);
    }

    /**
     * The best trial that waits, if it has become one of those that go on.
     *
     * @param coming how many trials count as here although they are not yet
     */
    Optional<Candidate> promotable(int coming) {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Entry best = waiting.first();
        Standing standing = new Standing(best.loss, find(best) + 1, entries.size() + coming, factor);
        return standing.goesOn() ? Optional.of(new Candidate(best.number, standing)) : Optional.empty();
    }

    private int find(Entry entry) {
        int at = Collections.binarySearch(entries, entry, Entry.ORDER);
        return at < 0 ? -at - 1 : at;
    }

    /** A waiting trial and where it stands. */
    record Candidate(int number, Standing standing) {}

    private record Entry(double loss, int arrival, int number) {
        /** Adding 0.0 makes -0.0 equal to 0.0. */
        static final Comparator<Entry> ORDER =
                Comparator.<Entry>comparingDouble(entry -> entry.loss + 0.0).thenComparingInt(Entry::arrival);
    }
}
