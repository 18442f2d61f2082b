package io.sweepforge.search.pareto;

import java.util.Map;
import java.util.TreeMap;

/**
 * Points of at most three losses, told in ascending order of the first: of the other two only the best pairs are kept, in
 * which the third loss falls as the second rises, so that one look-up tells whether a later point is dominated.
 */
final class Staircase {
    private final TreeMap<Double, Double> steps = new TreeMap<>(Losses::compare);

    /** Whether a point kept before dominates one that is equal to none of them. */
    boolean dominates(double[] point) {
        Map.Entry<Double, Double> step = steps.floorEntry(second(point));
        return step != null && Losses.compare(step.getValue(), third(point)) <= 0;
    }

    /** @param point not dominated */
    void add(double[] point) {
        Map.Entry<Double, Double> higher = steps.ceilingEntry(second(point));
        while (higher != null && Losses.compare(higher.getValue(), third(point)) >= 0) {
            steps.remove(higher.getKey());
            higher = steps.ceilingEntry(second(point));
        }
        steps.put(second(point), third(point));
    }

    private static double second(double[] point) {
        return point.length > 1 ? point[1] : 0;
    }

    private static double third(double[] point) {
        return point.length > 2 ? point[2] : 0;
    }
}
