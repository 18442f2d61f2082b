package io.sweepforge.kernels.nn.cudnn;

/**
 * Collects what a network needs of device memory, so that it is taken in one piece. Places have addresses once the plan is
 * settled.
 */
final class MemoryPlan {
    private static final long ALIGNMENT = 256;

    /** A place in the memory to come. */
    interface Place {
        long address();
    }

    private long bytes;
    private long scratchBytes;
    private long base;
    private boolean settled;

    /** Room of its own, aligned to 256 bytes. */
    Place reserve(long length) {
        long offset = bytes;
        bytes = Math.addExact(bytes, aligned(length));
        return () -> base() + offset;
    }

    /** Room for {@code count} elements of single precision. */
    Place reserveFloats(long count) {
        return reserve(Math.multiplyExact(count, Float.BYTES));
    }

    /** Room that holds nothing from one call to the next and is shared by all who ask for it. */
    Place scratch(long length) {
        scratchBytes = Math.max(scratchBytes, length);
        return this::scratchBase;
    }

    /** Bytes of all of it. */
    long bytes() {
        return Math.addExact(bytes, aligned(scratchBytes));
    }

    /** All places have been asked for, and the memory begins at {@code address}. */
    void settle(long address) {
        base = address;
        settled = true;
    }

    private long scratchBase() {
        return base() + bytes;
    }

    private long base() {
        if (!settled) {
            throw new IllegalStateException("the plan has no memory yet");
        }
        return base;
    }

    static long aligned(long length) {
        return Math.addExact(length, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
