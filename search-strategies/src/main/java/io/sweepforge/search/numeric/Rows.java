package io.sweepforge.search.numeric;

/**
 * Sums of rows. Every loop here and in the classes built on it adds a multiple of one array to another: the compiler
 * makes vector instructions of that, which it may not do with a sum over an array because that would change its order.
 */
final class Rows {
    private static final int GROUP = 4;

    private Rows() {}

    /** target[from..to) += Σ factors[k] · rows[k][from..to) for k from {@code first} to {@code end - 1}, in this order. */
    static void add(double[] target, double[] factors, double[][] rows, int first, int end, int from, int to) {
        int k = first;
        for (; k + GROUP <= end; k += GROUP) {
            addGroup(target, factors, rows, k, from, to);
        }
        for (; k < end; k++) {
            addOne(target, factors[k], rows[k], from, to);
        }
    }

    /** The same where row k is zero beyond its element k. */
    static void addLower(double[] target, double[] factors, double[][] rows, int first, int end, int from) {
        int k = first;
        for (; k + GROUP <= end; k += GROUP) {
            addGroup(target, factors, rows, k, from, k + GROUP);
        }
        for (; k < end; k++) {
            addOne(target, factors[k], rows[k], from, k + 1);
        }
    }

    /** The same where row k is zero before its element k. */
    static void addUpper(double[] target, double[] factors, double[][] rows, int first, int end, int to) {
        int k = first;
        for (; k + GROUP <= end; k += GROUP) {
            addGroup(target, factors, rows, k, k, to);
        }
        for (; k < end; k++) {
            addOne(target, factors[k], rows[k], k, to);
        }
    }

    private static void addOne(double[] target, double factor, double[] row, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] += factor * row[j];
        }
    }

    /** Four rows at once need a fifth of the loads and stores; the sum of each element keeps its order. */
    private static void addGroup(double[] target, double[] factors, double[][] rows, int k, int from, int to) {
        double[] row0 = rows[k];
        double[] row1 = rows[k + 1];
        double[] row2 = rows[k + 2];
        double[] row3 = rows[k + 3];
        double factor0 = factors[k];
        double factor1 = factors[k + 1];
        double factor2 = factors[k + 2];
        double factor3 = factors[k + 3];
        for (int j = from; j < to; j++) {
            target[j] = target[j] + factor0 * row0[j] + factor1 * row1[j] + factor2 * row2[j] + factor3 * row3[j];
        }
    }

    /** row[from..to) *= factor. */
    static void scale(double[] row, double factor, int from, int to) {
        for (int j = from; j < to; j++) {
            row[j] *= factor;
        }
    }
}
