package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C = A B or C += A B that stay in registers: 4 rows of two vectors. Eight accumulators hide the latency of the
 * multiply-add; with two vectors of B and four elements of A they leave two of the 16 registers of AVX2 free. Blocks of 5 or
 * 6 rows would load less, but the compilers of JDK 17 and 25 then keep some accumulators in memory, at half the speed.
 */
final class MicroKernel {
    static final int ROWS = 4;
    static final int WIDE = 2 * LANES;

    /** Columns of A and rows of B in one round of the loop. */
    static final int STEPS = 2;

    private MicroKernel() {}

    /**
     * One block. Its elements are sums over the depth in order, beginning at 0.
     *
     * @param depth columns of A and rows of B, a multiple of {@link #STEPS}: the compiler keeps vectors out of memory in one
     *     loop, but not surely across a second one for a remainder
     * @param ai position in {@code a} of its element (0, 0); rows are side by side, columns {@code aColumn} apart. The
     *     check of each column's range is what stops the compiler from loading several columns ahead of their use
     * @param bi position in {@code b} of its element (0, 0); rows are side by side
     * @param ci position in {@code c} of its element (0, 0); rows are {@code cRow} apart
     * @param add whether to add to C instead of overwriting it
     */
    static void multiply(
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
        for (int p = 0; p < depth; p += STEPS) {
            FloatVector b00 = fromArray(SPECIES, b, bi + p * WIDE);
            FloatVector b01 = fromArray(SPECIES, b, bi + p * WIDE + LANES);
            FloatVector v00 = broadcast(SPECIES, a[at]);
            s00 = v00.fma(b00, s00);
            s01 = v00.fma(b01, s01);
            FloatVector v01 = broadcast(SPECIES, a[at + 1]);
            s10 = v01.fma(b00, s10);
            s11 = v01.fma(b01, s11);
            FloatVector v02 = broadcast(SPECIES, a[at + 2]);
            s20 = v02.fma(b00, s20);
            s21 = v02.fma(b01, s21);
            FloatVector v03 = broadcast(SPECIES, a[at + 3]);
            s30 = v03.fma(b00, s30);
            s31 = v03.fma(b01, s31);
            at += aColumn;
            FloatVector b10 = fromArray(SPECIES, b, bi + (p + 1) * WIDE);
            FloatVector b11 = fromArray(SPECIES, b, bi + (p + 1) * WIDE + LANES);
            FloatVector v10 = broadcast(SPECIES, a[at]);
            s00 = v10.fma(b10, s00);
            s01 = v10.fma(b11, s01);
            FloatVector v11 = broadcast(SPECIES, a[at + 1]);
            s10 = v11.fma(b10, s10);
            s11 = v11.fma(b11, s11);
            FloatVector v12 = broadcast(SPECIES, a[at + 2]);
            s20 = v12.fma(b10, s20);
            s21 = v12.fma(b11, s21);
            FloatVector v13 = broadcast(SPECIES, a[at + 3]);
            s30 = v13.fma(b10, s30);
            s31 = v13.fma(b11, s31);
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
}
