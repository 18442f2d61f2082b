package io.sweepforge.kernels.nn.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How many floats a vector register of this machine holds. */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private Lanes() {}

    /** The smallest multiple of the vector width not below {@code length}. */
    static int roundUp(int length) {
        return (length + LANES - 1) / LANES * LANES;
    }
}
