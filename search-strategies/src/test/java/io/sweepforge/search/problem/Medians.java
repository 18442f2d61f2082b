package io.sweepforge.search.problem;

import java.util.stream.DoubleStream;

/** The middle of some numbers. */
public final class Medians {
    private Medians() {}

    /** The middle one, or the mean of the middle two. */
    public static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("values: must hold at least one number");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
