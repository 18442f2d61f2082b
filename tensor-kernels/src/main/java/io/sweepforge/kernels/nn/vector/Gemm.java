package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.MicroKernel.ROWS;
import static io.sweepforge.kernels.nn.vector.MicroKernel.STEPS;
import static io.sweepforge.kernels.nn.vector.MicroKernel.WIDE;

import java.util.Arrays;

/**
 * Matrix products. The depth is cut so that a panel of B stays in the first-level cache; panels of B, and rows of A that are
 * not side by side, are copied into the order in which blocks read them. Blocks at the edges go through a small padded copy.
 */
final class Gemm {
    /** 128 × two vectors of 32 bytes are 8 KiB; a block's rows of A take as much when its columns are cache lines apart. */
    private static final int DEPTH = 128;

    /** Rows of A copied at a time: 64 × 128 are 32 KiB, a small part of the second-level cache. */
    private static final int HEIGHT = 64;

    private final float[] rows;
    private final float[] block;
    private final Strip strip;

    Gemm(FloatStorage storage) {
        rows = storage.allocate(HEIGHT * DEPTH);
        block = storage.allocate(ROWS * WIDE);
        strip = new Strip(storage);
    }

    /** As {@link #multiply(int, int, int, Matrix, Panels, Matrix, boolean)} with the right factor where it is. */
    void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean add) {
        multiply(m, n, k, a, strip.of(b, n), c, add);
    }

    /**
     * C = A B, or C += A B.
     *
     * @param a [m, k], row-major or the transpose of it
     * @param b [k, n]
     * @param c [m, n], row-major, no part of {@code a} or {@code b}; overwritten, or accumulated with {@code add}
     */
    void multiply(int m, int n, int k, Matrix a, Panels b, Matrix c, boolean add) {
        for (int from = 0; from < k; from += DEPTH) {
            int depth = Math.min(DEPTH, k - from);
            for (int top = 0; top < m; top += HEIGHT) {
                chunk(top, Math.min(m, top + HEIGHT), n, from, depth, a, b, c, add || from > 0);
            }
        }
    }

    private void chunk(int top, int bottom, int n, int from, int depth, Matrix a, Panels b, Matrix c, boolean add) {
        int padded = PackedPanels.padded(depth);
        for (int row = top; row < bottom; row += ROWS) {
            if (!inPlace(a, row, bottom, depth)) {
                copyRows(a, row, Math.min(ROWS, bottom - row), from, depth, (row - top) * padded);
            }
        }
        for (int column = 0; column < n; column += WIDE) {
            int width = Math.min(WIDE, n - column);
            int bi = b.panel(from, depth, column);
            for (int row = top; row < bottom; row += ROWS) {
                boolean inPlace = inPlace(a, row, bottom, depth);
                block(
                        Math.min(ROWS, bottom - row),
                        width,
                        padded,
                        inPlace ? a.data() : rows,
                        inPlace ? a.offset(row, from) : (row - top) * padded,
                        inPlace ? a.columnStride() : ROWS,
                        b.data(),
                        bi,
                        c,
                        row,
                        column,
                        add);
            }
        }
    }

    /** Whether a block from {@code row} can read A where it is: nothing is missing and its rows are side by side. */
    private static boolean inPlace(Matrix a, int row, int bottom, int depth) {
        return a.rowStride() == 1 && row + ROWS <= bottom && depth % STEPS == 0;
    }

    /**
     * Copies up to 4 rows so that they are side by side, with zeros up to the padded depth; with fewer than 4 the last stands
     * several times.
     */
    private void copyRows(Matrix a, int row, int count, int from, int depth, int to) {
        int a0 = a.offset(row, from);
        int a1 = a.offset(row + Math.min(1, count - 1), from);
        int a2 = a.offset(row + Math.min(2, count - 1), from);
        int a3 = a.offset(row + count - 1, from);
        if (a.columnStride() == 1) {
            interleave(a.data(), a0, a1, a2, a3, depth, rows, to);
        } else {
            interleave(a.data(), a0, a1, a2, a3, a.columnStride(), depth, rows, to);
        }
        Arrays.fill(rows, to + depth * ROWS, to + PackedPanels.padded(depth) * ROWS, 0);
    }

    /** With a stride that is constant the compiler needs no check of the range for each element. */
    private static void interleave(float[] a, int a0, int a1, int a2, int a3, int depth, float[] to, int offset) {
        for (int p = 0; p < depth; p++) {
            to[offset + p * ROWS] = a[a0 + p];
            to[offset + p * ROWS + 1] = a[a1 + p];
            to[offset + p * ROWS + 2] = a[a2 + p];
            to[offset + p * ROWS + 3] = a[a3 + p];
        }
    }

    private static void interleave(
            float[] a, int a0, int a1, int a2, int a3, int stride, int depth, float[] to, int offset) {
        for (int p = 0, at = 0; p < depth; p++, at += stride) {
            to[offset + p * ROWS] = a[a0 + at];
            to[offset + p * ROWS + 1] = a[a1 + at];
            to[offset + p * ROWS + 2] = a[a2 + at];
            to[offset + p * ROWS + 3] = a[a3 + at];
        }
    }

    private void block(
            int height,
            int width,
            int depth,
            float[] a,
            int ai,
            int aColumn,
            float[] b,
            int bi,
            Matrix c,
            int row,
            int column,
            boolean add) {
        int ci = c.offset(row, column);
        if (height == ROWS && width == WIDE) {
            MicroKernel.multiply(depth, a, ai, aColumn, b, bi, c.data(), ci, c.rowStride(), add);
            return;
        }
        copy(height, width, c.data(), ci, c.rowStride(), block, 0, WIDE);
        MicroKernel.multiply(depth, a, ai, aColumn, b, bi, block, 0, WIDE, add);
        copy(height, width, block, 0, WIDE, c.data(), ci, c.rowStride());
    }

    private static void copy(int height, int width, float[] from, int fi, int fromRow, float[] to, int ti, int toRow) {
        for (int i = 0; i < height; i++) {
            System.arraycopy(from, fi + i * fromRow, to, ti + i * toRow, width);
        }
    }

    /** A matrix of which a few panels are copied at a time, for a single product. */
    private static final class Strip implements Panels {
        /** Panels whose rows are read as one, so that memory is read in long runs. */
        private static final int GROUP = 4;

        private final float[] data;
        private Matrix matrix = new Matrix();
        private int columns;

        Strip(FloatStorage storage) {
            data = storage.allocate(GROUP * DEPTH * WIDE);
        }

        /** @param n columns of {@code b} */
        Strip of(Matrix b, int n) {
            matrix = b;
            columns = n;
            return this;
        }

        @Override
        public float[] data() {
            return data;
        }

        @Override
        public int panel(int from, int depth, int column) {
            int panel = column / WIDE % GROUP;
            if (panel == 0) {
                PackedPanels.copy(matrix, from, depth, column, Math.min(GROUP * WIDE, columns - column), data);
            }
            return panel * PackedPanels.padded(depth) * WIDE;
        }
    }
}
