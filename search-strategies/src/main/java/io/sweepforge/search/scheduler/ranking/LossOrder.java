package io.sweepforge.search.scheduler.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** By one loss: a sorted list, O(log n) to find a place and a short memory move to take it. */
final class LossOrder implements Standings {
    private final List<Entry> entries = new ArrayList<>();
    private final TreeSet<Entry> waiting = new TreeSet<>(Entry.BEST_FIRST);
    private final Map<Integer, Entry> waitingByNumber = new HashMap<>();

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public int ahead(double[] losses) {
        return find(new Entry(losses[0], entries.size(), 0));
    }

    @Override
    public void add(int number, double[] losses, boolean waits) {
        Entry entry = new Entry(losses[0], entries.size(), number);
        entries.add(find(entry), entry);
        if (waits) {
            waiting.add(entry);
            waitingByNumber.put(number, entry);
        }
    }

    @Override
    public Placed at(int place) {
        return placed(entries.get(place), place + 1);
    }

    @Override
    public boolean isWaiting(int number) {
        return waitingByNumber.containsKey(number);
    }

    @Override
    public void release(int number) {
        Optional.ofNullable(waitingByNumber.remove(number)).ifPresent(waiting::remove);
    }

    @Override
    public Optional<Placed> bestWaiting(int places) {
        return Optional.ofNullable(waiting.isEmpty() ? null : waiting.first())
                .map(best -> placed(best, find(best) + 1))
                .filter(best -> best.rank() <= places);
    }

    private static Placed placed(Entry entry, int rank) {
        return new Placed(entry.number, new double[] {entry.loss}, rank);
    }

    private int find(Entry entry) {
        int at = Collections.binarySearch(entries, entry, Entry.BEST_FIRST);
        return at < 0 ? -at - 1 : at;
    }

    private record Entry(double loss, int arrival, int number) {
        /** Adding 0.0 makes -0.0 equal to 0.0. */
        static final Comparator<Entry> BEST_FIRST =
                Comparator.<Entry>comparingDouble(entry -> entry.loss + 0.0).thenComparingInt(Entry::arrival);
    }
}
