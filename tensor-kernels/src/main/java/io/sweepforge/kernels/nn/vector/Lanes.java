package io.sweepforge.kernels.nn.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How many floats a vector register of this machine holds. */
public final class Lanes {
    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    public static final int LANES = SPECIES.length();

    /** Floats in a register of 512 bits; only vectors wider still are padded further. */
    private static final int PADDING = Math.max(16, LANES);

    private Lanes() {}

    /** The smallest multiple of the vector width not below {@code length}. */
    public static int roundUp(int length) {
        return (length + LANES - 1) / LANES * LANES;
    }

    /**
     * The smallest multiple of 16 not below {@code length}, a whole number of vectors. The same on machines with vectors of
     * 128, 256 and 512 bits, so that sums along a padded axis are cut at the same places and round alike.
     */
    public static int padded(int length) {
        return (length + PADDING - 1) / PADDING * PADDING;
    }
}
