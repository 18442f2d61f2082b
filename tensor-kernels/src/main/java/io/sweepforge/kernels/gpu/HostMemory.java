package io.sweepforge.kernels.gpu;

import java.nio.ByteBuffer;

/** Page-locked memory of the host. */
public interface HostMemory extends AutoCloseable {
    /** All of it, in native byte order; position and limit are the caller's. Not to be used after it is closed. */
    ByteBuffer buffer();

    /** Address by which kernels reach it. */
    long address();

    @Override
    void close();
}
