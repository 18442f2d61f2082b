package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.engine.FloatStorage;

/** Arrays in whole vectors: loops over a prefix may read and write up to the end of its last vector. */
final class VectorStorage extends FloatStorage {
    @Override
    protected int padded(int length) {
        return Lanes.roundUp(length);
    }

    @Override
    public void dropOut(float[] from, float[] to, int[] words, int threshold, double scale, int length) {
        Elementwise.dropOut(from, to, words, threshold, (float) scale, length);
    }
}
