package io.sweepforge.kernels.nn.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vector width and functions of whole vectors. NaN goes through, so that a diverged network shows. */
final class VectorMath {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Beyond it sigmoid is 0 or 1 to more than single precision, and 2^n below stays a normal number. */
    private static final float LIMIT = 80;

    private static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts; the high one has 9 bits, so that n times it is exact (Cody and Waite 1980). */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;
    /** 1.5 × 2^23: adding it rounds to an integer, which then stands in the low bits. */
    private static final float ROUNDER = 12_582_912f;

    private static final int MANTISSA_BITS = 23;

    private VectorMath() {}

    /** The smallest multiple of the vector width not below {@code length}. */
    static int roundUp(int length) {
        return (length + LANES - 1) / LANES * LANES;
    }

    /**
     * e^x for |x| up to 80, within 2 units in the last place. x = n ln 2 + r with |r| up to 0.35; e^r by its Taylor
     * polynomial of degree 6, which leaves 0.35^7 / 7! = 1.3e-7; 2^n by adding n to the exponent.
     */
    static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.mul(LOG2_E).add(ROUNDER);
        FloatVector n = shifted.sub(ROUNDER);
        FloatVector r = n.fma(broadcast(-LN2_LOW), n.fma(broadcast(-LN2_HIGH), x));
        FloatVector p = r.fma(broadcast(1f / 720), broadcast(1f / 120));
        p = p.fma(r, broadcast(1f / 24));
        p = p.fma(r, broadcast(1f / 6));
        p = p.fma(r, broadcast(0.5f));
        p = p.fma(r, broadcast(1));
        p = p.fma(r, broadcast(1));
        IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
        return p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
    }

    /** 1 / (1 + e^-x), absolute error below 2e-7. */
    static FloatVector sigmoid(FloatVector x) {
        FloatVector bounded = x.neg().min(LIMIT).max(-LIMIT);
        return broadcast(1).div(exp(bounded).add(1));
    }

    /** 2 sigmoid(2x) - 1, exactly 0 at 0; the error is below 4e-7 absolutely, near 0 not relatively. */
    static FloatVector tanh(FloatVector x) {
        return sigmoid(x.add(x)).fma(broadcast(2), broadcast(-1));
    }

    static FloatVector load(float[] array, int offset) {
        return FloatVector.fromArray(SPECIES, array, offset);
    }

    static FloatVector broadcast(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
