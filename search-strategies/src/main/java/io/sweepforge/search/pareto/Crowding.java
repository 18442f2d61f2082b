package io.sweepforge.search.pareto;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The crowding distance of the points of one front. */
final class Crowding {
    private Crowding() {}

    static double[] distances(List<double[]> front) {
        double[] distances = new double[front.size()];
        int objectives = front.isEmpty() ? 0 : front.get(0).length;
        for (int k = 0; k < objectives; k++) {
            addGaps(front, k, distances);
        }
        return distances;
    }

    private static void addGaps(List<double[]> front, int k, double[] distances) {
        Comparator<Integer> byLoss = (a, b) -> Losses.compare(front.get(a)[k], front.get(b)[k]);
        int[] order = IntStream.range(0, front.size())
                .boxed()
                .sorted(byLoss)
                .mapToInt(Integer::intValue)
                .toArray();
        int last = order.length - 1;
        double range = front.get(order[last])[k] - front.get(order[0])[k];
        for (int i = 1; i < last; i++) {
            double share = (front.get(order[i + 1])[k] - front.get(order[i - 1])[k]) / range;
            distances[order[i]] += Double.isFinite(share) ? share : 0;
        }
        distances[order[0]] = Double.POSITIVE_INFINITY;
        distances[order[last]] = Double.POSITIVE_INFINITY;
    }
}
