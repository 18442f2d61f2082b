package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.engine.FloatStorage;

/** Arrays of floats in whole vectors: loops over a prefix may read and write up to the end of its last vector. */
final class VectorStorage extends FloatStorage {
    @Override
    protected float[] create(int length) {
        return new float[Lanes.roundUp(length)];
    }
}
