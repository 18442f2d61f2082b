package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.FloatStorage;
import io.sweepforge.kernels.nn.vector.Lanes;

/** Whole vectors, as the backend's own storage gives. */
final class Vectors extends FloatStorage {
    @Override
    protected int padded(int length) {
        return Lanes.roundUp(length);
    }
}
