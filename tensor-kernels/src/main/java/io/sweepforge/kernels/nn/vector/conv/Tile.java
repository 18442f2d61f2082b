package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Blocks of C = Z + A B that stay in registers, for rows of A that begin anywhere but are contiguous, which is what keeps
 * the checks of A's bounds out of the loop. One loop each: inside two, JDK 17 puts the sums on the heap.
 */
final class Tile {
    /** Rows of a wide tile: 12 sums, two vectors of B and one element of A fit the 16 registers of AVX2. */
    private static final int WIDE_ROWS = 6;

    /** Rows of a narrow tile: at least 8, or the sums would wait for each other; 9 is what a kernel of 3×3 has. */
    private static final int NARROW_ROWS = 9;

    private Tile() {}

    /** Columns of the tiles that cover {@code columns}: one vector where that is enough, else two. */
    static int width(int columns) {
        return columns <= LANES ? LANES : 2 * LANES;
    }

    /** Rows of the tiles that cover {@code columns}. */
    static int rows(int columns) {
        return columns <= LANES ? NARROW_ROWS : WIDE_ROWS;
    }

    /** The smallest number of columns not below {@code columns} that its tiles cover. */
    static int covered(int columns) {
        int width = width(columns);
        return (columns + width - 1) / width * width;
    }

    /** Zeros or copies needed after the last row of what a tile writes. */
    static int slack(int columns) {
        return rows(columns) * covered(columns);
    }

    /**
     * One tile, wide or narrow.
     *
     * @param width of the tile: one or two vectors
     * @param depth columns of A and rows of B
     * @param starts positions in {@code a} of the tile's rows, from {@code starts[row]} on, less {@code ai}
     * @param bi position in {@code b} of its element (0, 0); rows are {@code bRow} apart, in a narrow tile one vector
     * @param zi position in {@code z} of its element (0, 0); rows are {@code zRow} apart
     * @param ci position in {@code c} of its element (0, 0); rows are {@code cRow} apart; may be where Z is
     */
    static void multiply(
            int width,
            int depth,
            int[] starts,
            int row,
            float[] a,
            int ai,
            float[] b,
            int bi,
            int bRow,
            float[] z,
            int zi,
            int zRow,
            float[] c,
            int ci,
            int cRow) {
        if (width == LANES) {
            narrow(depth, starts, row, a, ai, b, bi, z, zi, zRow, c, ci, cRow);
        } else {
            wide(depth, starts, row, a, ai, b, bi, bRow, z, zi, zRow, c, ci, cRow);
        }
    }

    private static void wide(
            int depth,
            int[] starts,
            int row,
            float[] a,
            int ai,
            float[] b,
            int bi,
            int bRow,
            float[] z,
            int zi,
            int zRow,
            float[] c,
            int ci,
            int cRow) {
        int a0 = ai + starts[row];
        int a1 = ai + starts[row + 1];
        int a2 = ai + starts[row + 2];
        int a3 = ai + starts[row + 3];
        int a4 = ai + starts[row + 4];
        int a5 = ai + starts[row + 5];
        FloatVector s00 = broadcast(SPECIES, 0);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        FloatVector s40 = s00;
        FloatVector s41 = s00;
        FloatVector s50 = s00;
        FloatVector s51 = s00;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = fromArray(SPECIES, b, bi + p * bRow);
            FloatVector b1 = fromArray(SPECIES, b, bi + p * bRow + LANES);
            FloatVector v0 = broadcast(SPECIES, a[a0 + p]);
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
            FloatVector v4 = broadcast(SPECIES, a[a4 + p]);
            s40 = v4.fma(b0, s40);
            s41 = v4.fma(b1, s41);
            FloatVector v5 = broadcast(SPECIES, a[a5 + p]);
            s50 = v5.fma(b0, s50);
            s51 = v5.fma(b1, s51);
        }
        s00.add(fromArray(SPECIES, z, zi)).intoArray(c, ci);
        s01.add(fromArray(SPECIES, z, zi + LANES)).intoArray(c, ci + LANES);
        s10.add(fromArray(SPECIES, z, zi + zRow)).intoArray(c, ci + cRow);
        s11.add(fromArray(SPECIES, z, zi + zRow + LANES)).intoArray(c, ci + cRow + LANES);
        s20.add(fromArray(SPECIES, z, zi + 2 * zRow)).intoArray(c, ci + 2 * cRow);
        s21.add(fromArray(SPECIES, z, zi + 2 * zRow + LANES)).intoArray(c, ci + 2 * cRow + LANES);
        s30.add(fromArray(SPECIES, z, zi + 3 * zRow)).intoArray(c, ci + 3 * cRow);
        s31.add(fromArray(SPECIES, z, zi + 3 * zRow + LANES)).intoArray(c, ci + 3 * cRow + LANES);
        s40.add(fromArray(SPECIES, z, zi + 4 * zRow)).intoArray(c, ci + 4 * cRow);
        s41.add(fromArray(SPECIES, z, zi + 4 * zRow + LANES)).intoArray(c, ci + 4 * cRow + LANES);
        s50.add(fromArray(SPECIES, z, zi + 5 * zRow)).intoArray(c, ci + 5 * cRow);
        s51.add(fromArray(SPECIES, z, zi + 5 * zRow + LANES)).intoArray(c, ci + 5 * cRow + LANES);
    }

    /** With rows of B a constant distance apart JDK 17 makes this loop twice as fast. */
    private static void narrow(
            int depth,
            int[] starts,
            int row,
            float[] a,
            int ai,
            float[] b,
            int bi,
            float[] z,
            int zi,
            int zRow,
            float[] c,
            int ci,
            int cRow) {
        int a0 = ai + starts[row];
        int a1 = ai + starts[row + 1];
        int a2 = ai + starts[row + 2];
        int a3 = ai + starts[row + 3];
        int a4 = ai + starts[row + 4];
        int a5 = ai + starts[row + 5];
        int a6 = ai + starts[row + 6];
        int a7 = ai + starts[row + 7];
        int a8 = ai + starts[row + 8];
        FloatVector s0 = broadcast(SPECIES, 0);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        FloatVector s8 = s0;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = fromArray(SPECIES, b, bi + p * LANES);
            s0 = broadcast(SPECIES, a[a0 + p]).fma(b0, s0);
            s1 = broadcast(SPECIES, a[a1 + p]).fma(b0, s1);
            s2 = broadcast(SPECIES, a[a2 + p]).fma(b0, s2);
            s3 = broadcast(SPECIES, a[a3 + p]).fma(b0, s3);
            s4 = broadcast(SPECIES, a[a4 + p]).fma(b0, s4);
            s5 = broadcast(SPECIES, a[a5 + p]).fma(b0, s5);
            s6 = broadcast(SPECIES, a[a6 + p]).fma(b0, s6);
            s7 = broadcast(SPECIES, a[a7 + p]).fma(b0, s7);
            s8 = broadcast(SPECIES, a[a8 + p]).fma(b0, s8);
        }
        s0.add(fromArray(SPECIES, z, zi)).intoArray(c, ci);
        s1.add(fromArray(SPECIES, z, zi + zRow)).intoArray(c, ci + cRow);
        s2.add(fromArray(SPECIES, z, zi + 2 * zRow)).intoArray(c, ci + 2 * cRow);
        s3.add(fromArray(SPECIES, z, zi + 3 * zRow)).intoArray(c, ci + 3 * cRow);
        s4.add(fromArray(SPECIES, z, zi + 4 * zRow)).intoArray(c, ci + 4 * cRow);
        s5.add(fromArray(SPECIES, z, zi + 5 * zRow)).intoArray(c, ci + 5 * cRow);
        s6.add(fromArray(SPECIES, z, zi + 6 * zRow)).intoArray(c, ci + 6 * cRow);
        s7.add(fromArray(SPECIES, z, zi + 7 * zRow)).intoArray(c, ci + 7 * cRow);
        s8.add(fromArray(SPECIES, z, zi + 8 * zRow)).intoArray(c, ci + 8 * cRow);
    }
}
