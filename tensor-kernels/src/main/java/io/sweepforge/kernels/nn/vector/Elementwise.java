package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of each element in whole vectors: every range is extended to the end of its last vector. */
final class Elementwise {
    private Elementwise() {}

    /** dx = dy (1 - y²). */
    static void tanhGradient(float[] y, float[] dy, float[] dx, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector value = fromArray(SPECIES, y, i);
            FloatVector slope = value.neg().fma(value, broadcast(SPECIES, 1));
            fromArray(SPECIES, dy, i).mul(slope).intoArray(dx, i);
        }
    }

    /** y = max(0, x). */
    static void relu(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i += LANES) {
            fromArray(SPECIES, x, i).max(0).intoArray(y, i);
        }
    }

    /** dx = dy where y is positive, else 0. */
    static void reluGradient(float[] y, float[] dy, float[] dx, int count) {
        for (int i = 0; i < count; i += LANES) {
            broadcast(SPECIES, 0)
                    .blend(fromArray(SPECIES, dy, i), fromArray(SPECIES, y, i).compare(VectorOperators.GT, 0))
                    .intoArray(dx, i);
        }
    }
}
