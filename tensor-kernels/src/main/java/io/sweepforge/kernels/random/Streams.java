package io.sweepforge.kernels.random;

/** Names of the streams under one seed, so that no two uses of randomness share numbers. */
public final class Streams {
    private static final int PURPOSE_SHIFT = 56;
    private static final int LAYER_SHIFT = 40;
    private static final long INITIALISATION = 1L << PURPOSE_SHIFT;
    private static final long SHUFFLE = 2L << PURPOSE_SHIFT;
    private static final long DROPOUT = 3L << PURPOSE_SHIFT;

    private Streams() {}

    /** Initial weights; the index is the position in the flat parameters. */
    public static long initialisation() {
        return INITIALISATION;
    }

    /** Order of the rows in an epoch from 0. */
    public static long shuffle(long epoch) {
        return SHUFFLE | epoch;
    }

    /** Dropout masks of a layer (below 65,536) at a training step (below 2^40); the index is the element. */
    public static long dropout(int layer, long step) {
        return DROPOUT | ((long) layer << LAYER_SHIFT) | step;
    }
}
