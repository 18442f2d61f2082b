package io.sweepforge.search.numeric;

/**
 * Sums of rows. Every loop here and in the classes built on it adds a multiple of one array to another: the compiler
 * makes vector instructions of that, which it may not do with a sum over an array because that would change its order.
 */
final class Rows {
    private Rows() {}

    /** target[from..to) += factor · row[from..to). */
    static void add(double[] target, double factor, double[] row, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] += factor * row[j];
        }
    }

    /** row[from..to) *= factor. */
    static void scale(double[] row, double factor, int from, int to) {
        for (int j = from; j < to; j++) {
            row[j] *= factor;
        }
    }
}
