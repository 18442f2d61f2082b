package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.VectorMath.LANES;
import static io.sweepforge.kernels.nn.vector.VectorMath.broadcast;
import static io.sweepforge.kernels.nn.vector.VectorMath.load;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C = A B or C += A B that stay in registers: 4 rows of one or two vectors. Eight accumulators hide the latency
 * of the multiply-add; with two vectors of B and one element of A they fit the 16 registers of AVX2.
 *
 * <p>With fewer than 4 rows the last is computed several times: all of C is read before any is written, so that the
 * copies write the same.
 */
final class MicroKernel {
    static final int ROWS = 4;
    static final int WIDE = 2 * LANES;

    private MicroKernel() {}

    /**
     * A block two vectors wide.
     *
     * @param rows of the block, 1 to 4
     * @param depth columns of A and rows of B
     * @param ai position in {@code a} of its element (0, 0); rows are {@code aRow} apart, columns {@code aColumn}
     * @param bi position in {@code b} of its element (0, 0); rows are {@code bRow} apart
     * @param ci position in {@code c} of its element (0, 0); rows are {@code cRow} apart
     * @param add whether to add to C instead of overwriting it
     */
    static void wide(
            int rows,
            int depth,
            float[] a,
            int ai,
            int aRow,
            int aColumn,
            float[] b,
            int bi,
            int bRow,
            float[] c,
            int ci,
            int cRow,
            boolean add) {
        int row1 = Math.min(1, rows - 1);
        int row2 = Math.min(2, rows - 1);
        int row3 = rows - 1;
        int a0 = ai;
        int a1 = ai + row1 * aRow;
        int a2 = ai + row2 * aRow;
        int a3 = ai + row3 * aRow;
        FloatVector s00 = broadcast(0);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int p = 0, at = 0, from = bi; p < depth; p++, at += aColumn, from += bRow) {
            FloatVector b0 = load(b, from);
            FloatVector b1 = load(b, from + LANES);
            FloatVector v0 = broadcast(a[a0 + at]);
            s00 = v0.fma(b0, s00);
            s01 = v0.fma(b1, s01);
            FloatVector v1 = broadcast(a[a1 + at]);
            s10 = v1.fma(b0, s10);
            s11 = v1.fma(b1, s11);
            FloatVector v2 = broadcast(a[a2 + at]);
            s20 = v2.fma(b0, s20);
            s21 = v2.fma(b1, s21);
            FloatVector v3 = broadcast(a[a3 + at]);
            s30 = v3.fma(b0, s30);
            s31 = v3.fma(b1, s31);
        }
        int c1 = ci + row1 * cRow;
        int c2 = ci + row2 * cRow;
        int c3 = ci + row3 * cRow;
        store(s00, s10, s20, s30, c, ci, c1, c2, c3, add);
        store(s01, s11, s21, s31, c, ci + LANES, c1 + LANES, c2 + LANES, c3 + LANES, add);
    }

    /** A block one vector wide; parameters as in {@link #wide}. */
    static void narrow(
            int rows,
            int depth,
            float[] a,
            int ai,
            int aRow,
            int aColumn,
            float[] b,
            int bi,
            int bRow,
            float[] c,
            int ci,
            int cRow,
            boolean add) {
        int row1 = Math.min(1, rows - 1);
        int row2 = Math.min(2, rows - 1);
        int row3 = rows - 1;
        int a0 = ai;
        int a1 = ai + row1 * aRow;
        int a2 = ai + row2 * aRow;
        int a3 = ai + row3 * aRow;
        FloatVector s0 = broadcast(0);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int p = 0, at = 0, from = bi; p < depth; p++, at += aColumn, from += bRow) {
            FloatVector b0 = load(b, from);
            s0 = broadcast(a[a0 + at]).fma(b0, s0);
            s1 = broadcast(a[a1 + at]).fma(b0, s1);
            s2 = broadcast(a[a2 + at]).fma(b0, s2);
            s3 = broadcast(a[a3 + at]).fma(b0, s3);
        }
        store(s0, s1, s2, s3, c, ci, ci + row1 * cRow, ci + row2 * cRow, ci + row3 * cRow, add);
    }

    private static void store(
            FloatVector s0,
            FloatVector s1,
            FloatVector s2,
            FloatVector s3,
            float[] c,
            int c0,
            int c1,
            int c2,
            int c3,
            boolean add) {
        if (add) {
            FloatVector sum0 = load(c, c0).add(s0);
            FloatVector sum1 = load(c, c1).add(s1);
            FloatVector sum2 = load(c, c2).add(s2);
            FloatVector sum3 = load(c, c3).add(s3);
            sum0.intoArray(c, c0);
            sum1.intoArray(c, c1);
            sum2.intoArray(c, c2);
            sum3.intoArray(c, c3);
        } else {
            s0.intoArray(c, c0);
            s1.intoArray(c, c1);
            s2.intoArray(c, c2);
            s3.intoArray(c, c3);
        }
    }
}
