package io.sweepforge.kernels.nn.vector;

import java.util.Arrays;

/** Moving and summing rows of row-major matrices. */
final class Rows {
    private Rows() {}

    /** Each of {@code rows} rows of {@code to} becomes {@code length} elements of {@code from} at {@code offset}. */
    static void repeat(float[] from, int offset, int length, float[] to, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, offset, to, row * length, length);
        }
    }

    /** sums[offset + j] = sum over rows of from[row, j]. */
    static void sum(float[] from, int rows, int length, float[] sums, int offset) {
        Arrays.fill(sums, offset, offset + length, 0);
        addSum(from, rows, length, sums, offset);
    }

    /** sums[offset + j] += sum over rows of from[row, j]. */
    static void addSum(float[] from, int rows, int length, float[] sums, int offset) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < length; j++) {
                sums[offset + j] += from[row * length + j];
            }
        }
    }

    /** to[j, i] = from[i, j] for a matrix of {@code rows} × {@code columns} at {@code offset}, both without gaps. */
    static void transpose(float[] from, int offset, int rows, int columns, float[] to) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                to[j * rows + i] = from[offset + i * columns + j];
            }
        }
    }
}
