package io.sweepforge.benchmarks.kernels;

/** Inputs that are the same in every run and neither constant nor tiny. */
final class Waves {
    private Waves() {}

    static float[] of(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) Math.sin(0.1 * i);
        }
        return values;
    }
}
