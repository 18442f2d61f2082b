package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;

/**
 * Matrix products. The depth is cut so that the strip of B that a column of blocks reads stays in the first-level cache;
 * columns that do not fill a vector go through a small padded copy, so every block is whole vectors.
 */
final class Gemm {
    /** 256 × two vectors of 32 bytes are 16 KiB. */
    private static final int DEPTH = 256;

    private final float[] strip;
    private final float[] block;

    Gemm(FloatStorage storage) {
        strip = storage.allocate(DEPTH * LANES);
        block = storage.allocate(MicroKernel.ROWS * LANES);
    }

    /**
     * C = A B, or C += A B.
     *
     * @param a [m, k], any strides
     * @param b [k, n], row-major
     * @param c [m, n], row-major, no part of {@code a} or {@code b}; overwritten, or accumulated with {@code add}
     */
    void multiply(int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean add) {
        for (int from = 0; from < k; from += DEPTH) {
            slice(m, n, from, Math.min(DEPTH, k - from), a, b, c, add || from > 0);
        }
    }

    private void slice(int m, int n, int from, int depth, Matrix a, Matrix b, Matrix c, boolean add) {
        int column = 0;
        for (; column + MicroKernel.WIDE <= n; column += MicroKernel.WIDE) {
            wide(m, column, from, depth, a, b, c, add);
        }
        if (column + LANES <= n) {
            narrow(m, column, from, depth, a, b, c, add);
            column += LANES;
        }
        if (column < n) {
            rest(m, column, n - column, from, depth, a, b, c, add);
        }
    }

    private static void wide(int m, int column, int from, int depth, Matrix a, Matrix b, Matrix c, boolean add) {
        for (int row = 0; row < m; row += MicroKernel.ROWS) {
            MicroKernel.wide(
                    Math.min(MicroKernel.ROWS, m - row),
                    depth,
                    a.data(),
                    a.offset(row, from),
                    a.rowStride(),
                    a.columnStride(),
                    b.data(),
                    b.offset(from, column),
                    b.rowStride(),
                    c.data(),
                    c.offset(row, column),
                    c.rowStride(),
                    add);
        }
    }

    private static void narrow(int m, int column, int from, int depth, Matrix a, Matrix b, Matrix c, boolean add) {
        for (int row = 0; row < m; row += MicroKernel.ROWS) {
            MicroKernel.narrow(
                    Math.min(MicroKernel.ROWS, m - row),
                    depth,
                    a.data(),
                    a.offset(row, from),
                    a.rowStride(),
                    a.columnStride(),
                    b.data(),
                    b.offset(from, column),
                    b.rowStride(),
                    c.data(),
                    c.offset(row, column),
                    c.rowStride(),
                    add);
        }
    }

    /** The last {@code width} columns, fewer than a vector. */
    private void rest(int m, int column, int width, int from, int depth, Matrix a, Matrix b, Matrix c, boolean add) {
        pack(b, from, depth, column, width);
        for (int row = 0; row < m; row += MicroKernel.ROWS) {
            int rows = Math.min(MicroKernel.ROWS, m - row);
            MicroKernel.narrow(
                    rows,
                    depth,
                    a.data(),
                    a.offset(row, from),
                    a.rowStride(),
                    a.columnStride(),
                    strip,
                    0,
                    LANES,
                    block,
                    0,
                    LANES,
                    false);
            unpack(c, row, rows, column, width, add);
        }
    }

    private void pack(Matrix b, int from, int depth, int column, int width) {
        float[] data = b.data();
        for (int p = 0; p < depth; p++) {
            int source = b.offset(from + p, column);
            for (int j = 0; j < LANES; j++) {
                strip[p * LANES + j] = j < width ? data[source + j] : 0;
            }
        }
    }

    private void unpack(Matrix c, int row, int rows, int column, int width, boolean add) {
        float[] data = c.data();
        for (int i = 0; i < rows; i++) {
            int target = c.offset(row + i, column);
            for (int j = 0; j < width; j++) {
                data[target + j] = block[i * LANES + j] + (add ? data[target + j] : 0);
            }
        }
    }
}
