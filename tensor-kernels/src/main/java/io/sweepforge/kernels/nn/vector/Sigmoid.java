package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Sigmoid and tanh of whole vectors. NaN goes through, so that a diverged network shows. */
final class Sigmoid {
    /** Beyond it sigmoid is 0 or 1 to more than single precision, and 2^n below stays a normal number. */
    private static final float LIMIT = 80;

    private static final float LOG2_E = 1.442695f;
    /** ln 2 in two parts; the high one has 9 bits, so that n times it is exact (Cody and Waite 1980). */
    private static final float LN2_HIGH = 355f / 512;

    private static final float LN2_LOW = -2.1219444e-4f;
    /** 1.5 × 2^23: adding it rounds to an integer, which then stands in the low bits. */
    private static final float ROUNDER = 12_582_912f;

    private static final int MANTISSA_BITS = 23;

    private Sigmoid() {}

    /** y[to, to + count) = 1 / (1 + e^-x) of x[from, from + count), within 2e-7; x and y may be the same array. */
    static void sigmoid(float[] x, int from, float[] y, int to, int count) {
        stretched(x, from, y, to, count, 1);
    }

    /** Likewise tanh x = 2 sigmoid(2x) - 1, within 4e-7, exactly 0 at 0; near 0 the relative error is larger. */
    static void tanh(float[] x, int from, float[] y, int to, int count) {
        stretched(x, from, y, to, count, 2);
    }

    /**
     * s sigmoid(s x) + 1 - s. With v = -s x = n ln 2 + r and |r| up to 0.35, e^v is 2^n, by adding n to the exponent, times
     * e^r, by its Taylor polynomial of degree 6, which leaves 0.35^7 / 7! = 1.3e-7.
     */
    private static void stretched(float[] x, int from, float[] y, int to, int count, float s) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector v = fromArray(SPECIES, x, from + i).mul(-s).min(LIMIT).max(-LIMIT);
            FloatVector shifted = v.mul(LOG2_E).add(ROUNDER);
            FloatVector n = shifted.sub(ROUNDER);
            FloatVector r = n.fma(broadcast(SPECIES, -LN2_HIGH), v);
            r = n.fma(broadcast(SPECIES, -LN2_LOW), r);
            FloatVector p = r.fma(broadcast(SPECIES, 1f / 720), broadcast(SPECIES, 1f / 120));
            p = p.fma(r, broadcast(SPECIES, 1f / 24));
            p = p.fma(r, broadcast(SPECIES, 1f / 6));
            p = p.fma(r, broadcast(SPECIES, 0.5f));
            p = p.fma(r, broadcast(SPECIES, 1));
            p = p.fma(r, broadcast(SPECIES, 1));
            FloatVector power = p.reinterpretAsInts()
                    .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                    .reinterpretAsFloats();
            broadcast(SPECIES, s).div(power.add(1)).add(1 - s).intoArray(y, to + i);
        }
    }
}
