package io.sweepforge.search.scheduler.ranking;

import io.sweepforge.search.pareto.Pareto;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By several losses: fronts that are kept up to date. A newcomer takes its place in the first front that does not
 * dominate it, found by bisection; what it dominates there moves one front back, and so on (Li et al., Efficient
 * non-domination level update method, 2017). Crowding is computed for one front at a time, when somebody asks.
 */
final class FrontOrder implements Standings {
    private final List<List<Entry>> fronts = new ArrayList<>();
    private final Set<Integer> waiting = new HashSet<>();
    private int size;

    @Override
    public int size() {
        return size;
    }

    @Override
    public int ahead(double[] losses) {
        int index = frontOf(losses);
        Entry newcomer = new Entry(losses, size, 0);
        List<Entry> peers = new ArrayList<>();
        peers.add(newcomer);
        if (index < fronts.size()) {
            fronts.get(index).stream().filter(peer -> !newcomer.dominates(peer)).forEach(peers::add);
        }
        return before(index) + inOrder(peers).indexOf(newcomer);
    }

    @Override
    public void add(int number, double[] losses, boolean waits) {
        List<Entry> moving = List.of(new Entry(losses, size++, number));
        for (int index = frontOf(losses); !moving.isEmpty(); index++) {
            moving = settle(index, moving);
        }
        if (waits) {
            waiting.add(number);
        }
    }

    @Override
    public Placed at(int place) {
        int index = 0;
        int before = 0;
        while (place >= before + fronts.get(index).size()) {
            before += fronts.get(index++).size();
        }
        Entry entry = inOrder(fronts.get(index)).get(place - before);
        return new Placed(entry.number, entry.losses, place + 1);
    }

    @Override
    public boolean isWaiting(int number) {
        return waiting.contains(number);
    }

    @Override
    public void release(int number) {
        waiting.remove(number);
    }

    @Override
    public Optional<Placed> bestWaiting(int places) {
        int before = 0;
        for (int index = 0; index < fronts.size() && before < places && !waiting.isEmpty(); index++) {
            List<Entry> front = fronts.get(index);
            if (front.stream().anyMatch(entry -> waiting.contains(entry.number))) {
                return firstWaiting(inOrder(front), before).filter(best -> best.rank() <= places);
            }
            before += front.size();
        }
        return Optional.empty();
    }

    private Optional<Placed> firstWaiting(List<Entry> ordered, int before) {
        return ordered.stream()
                .filter(entry -> waiting.contains(entry.number))
                .findFirst()
                .map(entry -> new Placed(entry.number, entry.losses, before + ordered.indexOf(entry) + 1));
    }

    /** Puts entries into a front; returns what they dominate there and displace. */
    private List<Entry> settle(int index, List<Entry> coming) {
        if (index == fronts.size()) {
            fronts.add(new ArrayList<>());
        }
        List<Entry> staying = new ArrayList<>(coming);
        List<Entry> leaving = new ArrayList<>();
        for (Entry entry : fronts.get(index)) {
            (isDominated(entry.losses, coming) ? leaving : staying).add(entry);
        }
        fronts.set(index, staying);
        return leaving;
    }

    /** A loop, because nothing here is called more often. */
    private static boolean isDominated(double[] losses, List<Entry> by) {
        for (Entry entry : by) {
            if (Pareto.dominates(entry.losses, losses)) {
                return true;
            }
        }
        return false;
    }

    /** Whatever front k dominates, the fronts before it dominate too. */
    private int frontOf(double[] losses) {
        int low = 0;
        int high = fronts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean dominated = fronts.get(middle).stream().anyMatch(entry -> Pareto.dominates(entry.losses, losses));
            low = dominated ? middle + 1 : low;
            high = dominated ? high : middle;
        }
        return low;
    }

    private int before(int index) {
        return fronts.subList(0, index).stream().mapToInt(List::size).sum();
    }

    /** Those with the most room around them first. */
    private static List<Entry> inOrder(List<Entry> front) {
        List<Entry> byArrival = new ArrayList<>(front);
        byArrival.sort(Comparator.comparingInt(entry -> entry.arrival));
        double[] crowding =
                Pareto.crowding(byArrival.stream().map(entry -> entry.losses).collect(Collectors.toList()));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < crowding.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -crowding[i]));
        return order.stream().map(byArrival::get).collect(Collectors.toList());
    }

    /** Equal only to itself. */
    private static final class Entry {
        private final double[] losses;
        private final int arrival;
        private final int number;

        Entry(double[] losses, int arrival, int number) {
            this.losses = losses;
            this.arrival = arrival;
            this.number = number;
        }

        boolean dominates(Entry other) {
            return Pareto.dominates(losses, other.losses);
        }
    }
}
