package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of each element in whole vectors: every range is extended to the end of its last vector. */
final class Elementwise {
    private static final VectorSpecies<Integer> WORDS = SPECIES.withLanes(int.class);

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

    /** y = x scale, but 0 where the upper 24 bits of a word are below {@code threshold}. */
    static void dropOut(float[] x, float[] y, int[] words, int threshold, float scale, int count) {
        for (int i = 0; i < count; i += LANES) {
            IntVector drawn = IntVector.fromArray(WORDS, words, i).lanewise(VectorOperators.LSHR, 8);
            fromArray(SPECIES, x, i)
                    .mul(scale)
                    .blend(0, drawn.compare(VectorOperators.LT, threshold).cast(SPECIES))
                    .intoArray(y, i);
        }
    }
}
