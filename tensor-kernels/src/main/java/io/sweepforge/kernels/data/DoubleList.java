package io.sweepforge.kernels.data;

import java.util.Arrays;

/** A growing list of numbers without boxes. */
final class DoubleList {
    private double[] values = new double[1024];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
        }
        values[size++] = value;
    }

    double[] toDoubles() {
        return Arrays.copyOf(values, size);
    }

    float[] toFloats() {
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
