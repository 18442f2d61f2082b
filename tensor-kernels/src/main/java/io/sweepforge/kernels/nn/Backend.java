package io.sweepforge.kernels.nn;

/** Something that can train networks. */
public interface Backend {
    /** The name used in configuration, e.g. {@code vector}. */
    String name();

    /** Whether it can run in this process on this machine. */
    Availability probe();

    /**
     * A network with all its buffers; using it allocates nothing. Its weights are 0 until it is initialised or loaded.
     *
     * @param maxBatch largest batch it will see, from 1
     */
    Network plan(NetworkSpec spec, int maxBatch);

    /** The answer of {@link #probe()}. */
    sealed interface Availability {}

    record Available() implements Availability {}

    /**
     * It cannot run here.
     *
     * @param reason one sentence that says what is missing
     */
    record Unavailable(String reason) implements Availability {}
}
