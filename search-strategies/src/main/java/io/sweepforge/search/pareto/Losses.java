package io.sweepforge.search.pareto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How points of losses compare. */
final class Losses {
    /** By the first loss, then the second, and so on; a point comes after all that dominate it. */
    static final Comparator<double[]> LEXICOGRAPHIC = Losses::compareInOrder;

    private Losses() {}

    /** As {@link Double#compare}, but the two zeros are equal. */
    static int compare(double a, double b) {
        return a == b ? 0 : Double.compare(a, b);
    }

    static boolean dominates(double[] a, double[] b) {
        boolean better = false;
        for (int i = 0; i < a.length; i++) {
            int order = compare(a[i], b[i]);
            if (order > 0) {
                return false;
            }
            better |= order < 0;
        }
        return better;
    }

    private static int compareInOrder(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            int order = compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    static void requireSameLength(List<double[]> losses) {
        if (!losses.isEmpty()) {
            requireLength(losses, losses.get(0).length);
        }
    }

    static void requireReference(List<double[]> losses, double[] reference) {
        requireLength(losses, reference.length);
        if (!Arrays.stream(reference).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("reference: must be finite, was " + Arrays.toString(reference));
        }
    }

    private static void requireLength(List<double[]> losses, int length) {
        for (double[] point : losses) {
            if (point.length != length || length == 0) {
                throw new IllegalArgumentException("losses: every point must have %d losses, at least one, was %s"
                        .formatted(Math.max(1, length), Arrays.toString(point)));
            }
        }
    }
}
