package io.sweepforge.search.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The points that nothing dominates. */
final class Front {
    private Front() {}

    /** Goes through the points in lexicographic order, where only points that were kept can dominate the next. */
    static int[] of(List<double[]> losses) {
        List<double[]> kept = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        inOrder(losses).forEach(i -> {
            if (!isDominated(losses.get(i), kept)) {
                kept.add(losses.get(i));
                indices.add(i);
            }
        });
        return indices.stream().mapToInt(Integer::intValue).sorted().toArray();
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
