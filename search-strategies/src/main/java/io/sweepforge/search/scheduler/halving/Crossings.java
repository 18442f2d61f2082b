package io.sweepforge.search.scheduler.halving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Pairs of trials that changed places between two rungs: how far apart they were shows how little a comparison there
 * says. (Bohdal et al., "PASHA: Efficient HPO and NAS with Progressive Resource Allocation", ICLR 2023, arXiv 2207.06940,
 * take a percentile of such distances for the noise of a ranking.) Only the latest trials count, since a sampler that
 * learns proposes trials that are ever more alike.
 */
final class Crossings {
    private static final int LATEST = 32;

    private final Deque<Passage> passages = new ArrayDeque<>();

    /** A trial's loss at either rung. */
    private record Passage(double before, double after) {
        boolean crosses(Passage other) {
            return before < other.before ? after > other.after : before > other.before && after < other.after;
        }
    }

    void add(double before, double after) {
        passages.addLast(new Passage(before, after));
        if (passages.size() > LATEST) {
            passages.removeFirst();
        }
    }

    /** How far apart such pairs were at the first of both rungs, the median; 0 when there is none. */
    double distanceBefore() {
        return distance(Passage::before);
    }

    /** The same at the second one. */
    double distanceAfter() {
        return distance(Passage::after);
    }

    private double distance(ToDoubleFunction<Passage> loss) {
        List<Double> distances = new ArrayList<>();
        List<Passage> all = new ArrayList<>(passages);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (all.get(i).crosses(all.get(j))) {
                    distances.add(Math.abs(loss.applyAsDouble(all.get(i)) - loss.applyAsDouble(all.get(j))));
                }
            }
        }
        Collections.sort(distances);
        return distances.isEmpty() ? 0 : distances.get((distances.size() - 1) / 2);
    }
}
