package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.VectorMath.LANES;
import static io.sweepforge.kernels.nn.vector.VectorMath.broadcast;
import static io.sweepforge.kernels.nn.vector.VectorMath.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of each element in whole vectors: every range is extended to the end of its last vector. */
final class Elementwise {
    private Elementwise() {}

    /** a[from, to) becomes its sigmoid. */
    static void sigmoid(float[] a, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            VectorMath.sigmoid(load(a, i)).intoArray(a, i);
        }
    }

    /** y[to, to + count) = tanh x[from, from + count); x and y may be the same array. */
    static void tanh(float[] x, int from, float[] y, int to, int count) {
        for (int i = 0; i < count; i += LANES) {
            VectorMath.tanh(load(x, from + i)).intoArray(y, to + i);
        }
    }

    /** dx = dy (1 - y²). */
    static void tanhGradient(float[] y, float[] dy, float[] dx, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector value = load(y, i);
            FloatVector slope = value.neg().fma(value, broadcast(1));
            load(dy, i).mul(slope).intoArray(dx, i);
        }
    }

    /** y = max(0, x). */
    static void relu(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i += LANES) {
            load(x, i).max(0).intoArray(y, i);
        }
    }

    /** dx = dy where y is positive, else 0. */
    static void reluGradient(float[] y, float[] dy, float[] dx, int count) {
        for (int i = 0; i < count; i += LANES) {
            broadcast(0)
                    .blend(load(dy, i), load(y, i).compare(VectorOperators.GT, 0))
                    .intoArray(dx, i);
        }
    }
}
