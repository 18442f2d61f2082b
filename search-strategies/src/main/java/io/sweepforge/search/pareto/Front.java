package io.sweepforge.search.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The points that nothing dominates. In lexicographic order only points that were kept can dominate the next. */
final class Front {
    private static final int FLAT = 3;

    private final Staircase staircase = new Staircase();
    private final List<double[]> kept = new ArrayList<>();

    private Front() {}

    static int[] of(List<double[]> losses) {
        Front front = new Front();
        int[] order = inOrder(losses).toArray();
        boolean[] isIn = new boolean[order.length];
        for (int k = 0; k < order.length; k++) {
            double[] point = losses.get(order[k]);
            boolean repeats = k > 0 && Losses.LEXICOGRAPHIC.compare(point, losses.get(order[k - 1])) == 0;
            isIn[order[k]] = repeats ? isIn[order[k - 1]] : front.keeps(point);
        }
        return IntStream.range(0, isIn.length).filter(i -> isIn[i]).toArray();
    }

    private boolean keeps(double[] point) {
        boolean flat = point.length <= FLAT;
        if (flat ? staircase.dominates(point) : isDominated(point, kept)) {
            return false;
        }
        if (flat) {
            staircase.add(point);
        } else {
            kept.add(point);
        }
        return true;
    }

    /** Indices in lexicographic order. */
    static IntStream inOrder(List<double[]> losses) {
        return IntStream.range(0, losses.size())
                .boxed()
                .sorted(Comparator.comparing(losses::get, Losses.LEXICOGRAPHIC))
                .mapToInt(Integer::intValue);
    }

    /** Looks at the last kept points first: they are nearest in lexicographic order. */
    static boolean isDominated(double[] point, List<double[]> kept) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (Losses.dominates(kept.get(i), point)) {
                return true;
            }
        }
        return false;
    }
}
