package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C = A B or C += A B that stay in registers: 4 rows of two vectors. Eight accumulators hide the latency of the
 * multiply-add; with two vectors of B and four elements of A they leave two of the 16 registers of AVX2 free. With more rows,
 * or the loop unrolled, the compilers of JDK 17 and 25 keep some accumulators in memory or even on the heap.
 *
 * <p>Every element is a sum over the depth in order, beginning at 0.
 */
public final class MicroKernel {
    public static final int ROWS = 4;
    public static final int WIDE = 2 * LANES;

    private MicroKernel() {}

    /** Rows of the blocks that cover {@code rows}. */
    public static int paddedRows(int rows) {
        return (rows + ROWS - 1) / ROWS * ROWS;
    }

    /**
     * A block whose columns of A are contiguous.
     *
     * @param depth columns of A and rows of B
     * @param ai position in {@code a} of its element (0, 0); rows are side by side, columns {@code aColumn} apart
     * @param bi position in {@code b} of its element (0, 0); rows are side by side
     * @param ci position in {@code c} of its element (0, 0); rows are {@code cRow} apart
     * @param add whether to add to C instead of overwriting it
     */
    public static void columns(
            int depth, float[] a, int ai, int aColumn, float[] b, int bi, float[] c, int ci, int cRow, boolean add) {
        FloatVector s00 = broadcast(SPECIES, 0);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        int at = ai;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = fromArray(SPECIES, b, bi + p * WIDE);
            FloatVector b1 = fromArray(SPECIES, b, bi + p * WIDE + LANES);
            FloatVector v0 = broadcast(SPECIES, a[at]);
            s00 = v0.fma(b0, s00);
            s01 = v0.fma(b1, s01);
            FloatVector v1 = broadcast(SPECIES, a[at + 1]);
            s10 = v1.fma(b0, s10);
            s11 = v1.fma(b1, s11);
            FloatVector v2 = broadcast(SPECIES, a[at + 2]);
            s20 = v2.fma(b0, s20);
            s21 = v2.fma(b1, s21);
            FloatVector v3 = broadcast(SPECIES, a[at + 3]);
            s30 = v3.fma(b0, s30);
            s31 = v3.fma(b1, s31);
            at += aColumn;
        }
        int c1 = ci + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        if (add) {
            s00 = s00.add(fromArray(SPECIES, c, ci));
            s01 = s01.add(fromArray(SPECIES, c, ci + LANES));
            s10 = s10.add(fromArray(SPECIES, c, c1));
            s11 = s11.add(fromArray(SPECIES, c, c1 + LANES));
            s20 = s20.add(fromArray(SPECIES, c, c2));
            s21 = s21.add(fromArray(SPECIES, c, c2 + LANES));
            s30 = s30.add(fromArray(SPECIES, c, c3));
            s31 = s31.add(fromArray(SPECIES, c, c3 + LANES));
        }
        s00.intoArray(c, ci);
        s01.intoArray(c, ci + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
    }

    /**
     * A block whose rows of A are contiguous, {@code aRow} apart; the other parameters as in {@link #columns}. With a constant
     * distance between columns the compiler moves all checks of ranges out of the loop.
     */
    public static void rows(
            int depth, float[] a, int ai, int aRow, float[] b, int bi, float[] c, int ci, int cRow, boolean add) {
        int a1 = ai + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        FloatVector s00 = broadcast(SPECIES, 0);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = fromArray(SPECIES, b, bi + p * WIDE);
            FloatVector b1 = fromArray(SPECIES, b, bi + p * WIDE + LANES);
            FloatVector v0 = broadcast(SPECIES, a[ai + p]);
            s00 = v0.fma(b0, s00);
            s01 = v0.fma(b1, s01);
            FloatVector v1 = broadcast(SPECIES, a[a1 + p]);
            s10 = v1.fma(b0, s10);
            s11 = v1.fma(b1, s11);
            FloatVector v2 = broadcast(SPECIES, a[a2 + p]);
            s20 = v2.fma(b0, s20);
            s21 = v2.fma(b1, s21);
            FloatVector v3 = broadcast(SPECIES, a[a3 + p]);
            s30 = v3.fma(b0, s30);
            s31 = v3.fma(b1, s31);
        }
        int c1 = ci + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        if (add) {
            s00 = s00.add(fromArray(SPECIES, c, ci));
            s01 = s01.add(fromArray(SPECIES, c, ci + LANES));
            s10 = s10.add(fromArray(SPECIES, c, c1));
            s11 = s11.add(fromArray(SPECIES, c, c1 + LANES));
            s20 = s20.add(fromArray(SPECIES, c, c2));
            s21 = s21.add(fromArray(SPECIES, c, c2 + LANES));
            s30 = s30.add(fromArray(SPECIES, c, c3));
            s31 = s31.add(fromArray(SPECIES, c, c3 + LANES));
        }
        s00.intoArray(c, ci);
        s01.intoArray(c, ci + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
    }
}
