package io.sweepforge.search.pareto;

import java.util.ArrayList;
import java.util.List;

/**
 * Efficient non-dominated sorting (Zhang, Tian, Cheng and Jin, An efficient approach to nondominated sorting, 2015): in
 * lexicographic order a point belongs to the first front that does not dominate it, found by bisection. With at most two
 * objectives a front dominates a point exactly when its latest point does.
 */
final class NonDominatedSort {
    private final List<List<double[]>> fronts = new ArrayList<>();

    static int[] ranks(List<double[]> losses) {
        NonDominatedSort sort = new NonDominatedSort();
        int[] ranks = new int[losses.size()];
        Front.inOrder(losses).forEach(i -> ranks[i] = sort.place(losses.get(i)));
        return ranks;
    }

    private int place(double[] point) {
        int rank = firstOpenTo(point);
        if (rank == fronts.size()) {
            fronts.add(new ArrayList<>());
        }
        List<double[]> front = fronts.get(rank);
        if (point.length <= 2) {
            front.clear();
        }
        front.add(point);
        return rank;
    }

    /** Whatever front k dominates, the fronts before it dominate too. */
    private int firstOpenTo(double[] point) {
        int low = 0;
        int high = fronts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Front.isDominated(point, fronts.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
