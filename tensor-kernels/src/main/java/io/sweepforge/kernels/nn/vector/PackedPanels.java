package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static io.sweepforge.kernels.nn.vector.MicroKernel.WIDE;
import static jdk.incubator.vector.FloatVector.fromArray;

/** A matrix copied into panels once, for several products; each panel has all rows. */
final class PackedPanels implements Panels {
    private final int rows;
    private final int columns;
    private final float[] data;

    PackedPanels(int rows, int columns, VectorStorage storage) {
        this.rows = rows;
        this.columns = columns;
        this.data = storage.allocate(rows * ((columns + WIDE - 1) / WIDE * WIDE));
    }

    /** @param from [rows, columns] */
    void copy(Matrix from) {
        copy(from, 0, rows, 0, columns, data);
    }

    @Override
    public float[] data() {
        return data;
    }

    @Override
    public int panel(int from, int depth, int column) {
        return column * rows + from * WIDE;
    }

    /** Copies {@code depth} rows of {@code count} columns, one panel after the other, row by row for the caches' sake. */
    static void copy(Matrix from, int row, int depth, int column, int count, float[] to) {
        int whole = from.columnStride() == 1 ? count / WIDE * WIDE : 0;
        for (int p = 0; p < depth; p++) {
            copyVectors(from.data(), from.offset(row + p, column), whole, to, p * WIDE, depth * WIDE);
            for (int j = whole; j < count; j += WIDE) {
                copyElements(from, row + p, column + j, Math.min(WIDE, count - j), to, j * depth + p * WIDE);
            }
        }
    }

    private static void copyVectors(float[] from, int source, int count, float[] to, int target, int panel) {
        for (int j = 0, at = target; j < count; j += WIDE, at += panel) {
            fromArray(SPECIES, from, source + j).intoArray(to, at);
            fromArray(SPECIES, from, source + j + LANES).intoArray(to, at + LANES);
        }
    }

    private static void copyElements(Matrix from, int row, int column, int count, float[] to, int target) {
        float[] data = from.data();
        int source = from.offset(row, column);
        for (int j = 0; j < WIDE; j++) {
            to[target + j] = j < count ? data[source + j * from.columnStride()] : 0;
        }
    }
}
