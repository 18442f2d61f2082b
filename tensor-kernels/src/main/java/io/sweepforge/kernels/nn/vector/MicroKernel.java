package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

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
        FloatVector s00 = broadcast(SPECIES, 0);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int p = 0, at = 0, from = bi; p < depth; p++, at += aColumn, from += bRow) {
            FloatVector b0 = fromArray(SPECIES, b, from);
            FloatVector b1 = fromArray(SPECIES, b, from + LANES);
            FloatVector v0 = broadcast(SPECIES, a[a0 + at]);
            s00 = v0.fma(b0, s00);
            s01 = v0.fma(b1, s01);
            FloatVector v1 = broadcast(SPECIES, a[a1 + at]);
            s10 = v1.fma(b0, s10);
            s11 = v1.fma(b1, s11);
            FloatVector v2 = broadcast(SPECIES, a[a2 + at]);
            s20 = v2.fma(b0, s20);
            s21 = v2.fma(b1, s21);
            FloatVector v3 = broadcast(SPECIES, a[a3 + at]);
            s30 = v3.fma(b0, s30);
            s31 = v3.fma(b1, s31);
        }
        int c1 = ci + row1 * cRow;
        int c2 = ci + row2 * cRow;
        int c3 = ci + row3 * cRow;
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
        FloatVector s0 = broadcast(SPECIES, 0);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int p = 0, at = 0, from = bi; p < depth; p++, at += aColumn, from += bRow) {
            FloatVector b0 = fromArray(SPECIES, b, from);
            s0 = broadcast(SPECIES, a[a0 + at]).fma(b0, s0);
            s1 = broadcast(SPECIES, a[a1 + at]).fma(b0, s1);
            s2 = broadcast(SPECIES, a[a2 + at]).fma(b0, s2);
            s3 = broadcast(SPECIES, a[a3 + at]).fma(b0, s3);
        }
        int c1 = ci + row1 * cRow;
        int c2 = ci + row2 * cRow;
        int c3 = ci + row3 * cRow;
        if (add) {
            s0 = s0.add(fromArray(SPECIES, c, ci));
            s1 = s1.add(fromArray(SPECIES, c, c1));
            s2 = s2.add(fromArray(SPECIES, c, c2));
            s3 = s3.add(fromArray(SPECIES, c, c3));
        }
        s0.intoArray(c, ci);
        s1.intoArray(c, c1);
        s2.intoArray(c, c2);
        s3.intoArray(c, c3);
    }
}
