package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.MicroKernel.ROWS;
import static io.sweepforge.kernels.nn.vector.MicroKernel.WIDE;

/**
 * Matrix products. The depth is cut so that a panel of B stays in the first-level cache; panels of B, and the last rows of A
 * when they fill no block, are copied into the order in which blocks read them. Blocks at the edges of C go through a small
 * padded copy.
 */
final class Gemm {
    /** 128 × two vectors of 32 bytes are 8 KiB; a block's rows of A take as much when its columns are cache lines apart. */
    private static final int DEPTH = 128;

    private final float[] lastRows;
    private final float[] block;
    private final Strip strip;

    Gemm(VectorStorage storage) {
        lastRows = storage.allocate(ROWS * DEPTH);
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
            slice(m, n, from, Math.min(DEPTH, k - from), a, b, c, add || from > 0);
        }
    }

    private void slice(int m, int n, int from, int depth, Matrix a, Panels b, Matrix c, boolean add) {
        int whole = m / ROWS * ROWS;
        if (whole < m) {
            copyLastRows(a, whole, m - whole, from, depth);
        }
        for (int column = 0; column < n; column += WIDE) {
            int width = Math.min(WIDE, n - column);
            int bi = b.panel(from, depth, column);
            for (int row = 0; row < whole; row += ROWS) {
                block(ROWS, width, depth, a, row, from, b.data(), bi, c, column, add);
            }
            if (whole < m) {
                block(m - whole, width, depth, a, whole, from, b.data(), bi, c, column, add);
            }
        }
    }

    /** Copies the last rows so that they are side by side; what is missing stays as it is and is not used. */
    private void copyLastRows(Matrix a, int row, int count, int from, int depth) {
        float[] data = a.data();
        for (int i = 0; i < count; i++) {
            int at = a.offset(row + i, from);
            for (int p = 0; p < depth; p++, at += a.columnStride()) {
                lastRows[p * ROWS + i] = data[at];
            }
        }
    }

    private void block(
            int height,
            int width,
            int depth,
            Matrix a,
            int row,
            int from,
            float[] b,
            int bi,
            Matrix c,
            int column,
            boolean add) {
        int ci = c.offset(row, column);
        if (height == ROWS && width == WIDE) {
            product(height, depth, a, row, from, b, bi, c.data(), ci, c.rowStride(), add);
            return;
        }
        copy(height, width, c.data(), ci, c.rowStride(), block, 0, WIDE);
        product(height, depth, a, row, from, b, bi, block, 0, WIDE, add);
        copy(height, width, block, 0, WIDE, c.data(), ci, c.rowStride());
    }

    private void product(
            int height,
            int depth,
            Matrix a,
            int row,
            int from,
            float[] b,
            int bi,
            float[] c,
            int ci,
            int cRow,
            boolean add) {
        if (height < ROWS) {
            MicroKernel.columns(depth, lastRows, 0, ROWS, b, bi, c, ci, cRow, add);
        } else if (a.rowStride() == 1) {
            MicroKernel.columns(depth, a.data(), a.offset(row, from), a.columnStride(), b, bi, c, ci, cRow, add);
        } else {
            MicroKernel.rows(depth, a.data(), a.offset(row, from), a.rowStride(), b, bi, c, ci, cRow, add);
        }
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

        Strip(VectorStorage storage) {
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
            return panel * depth * WIDE;
        }
    }
}
