package io.sweepforge.kernels.nn.vector;

/**
 * A view of a matrix inside an array: element (i, j) is at offset + i rowStride + j columnStride. Mutable, so that a layer
 * makes its views once and points them anew without allocating.
 */
final class Matrix {
    private float[] data = new float[0];
    private int offset;
    private int rowStride;
    private int columnStride;

    /** Row-major with rows {@code rowStride} apart. */
    Matrix at(float[] data, int offset, int rowStride) {
        return set(data, offset, rowStride, 1);
    }

    /** The transpose of a row-major matrix whose rows are {@code stride} apart. */
    Matrix transposeOf(float[] data, int offset, int stride) {
        return set(data, offset, 1, stride);
    }

    private Matrix set(float[] data, int offset, int rowStride, int columnStride) {
        this.data = data;
        this.offset = offset;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        return this;
    }

    float[] data() {
        return data;
    }

    int offset(int row, int column) {
        return offset + row * rowStride + column * columnStride;
    }

    int rowStride() {
        return rowStride;
    }

    int columnStride() {
        return columnStride;
    }
}
