package io.sweepforge.kernels.gpu.emulated;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The functions of {@code jni_bridge.cpp}. */
final class Native {
    private Native() {}

    /** Aligned to 256 bytes, not cleared; 0 when there is no room. */
    static native long allocate(long bytes);

    static native void free(long address);

    static native void fill(long address, int value, long bytes);

    static native void copy(long from, long to, long bytes);

    static native ByteBuffer view(long address, int bytes);

    /** Throws an {@link UnsatisfiedLinkError} when the library cannot be loaded. */
    static native long load(String path);

    /** 0 when the library has no such symbol. */
    static native long find(long library, String symbol);

    /** Null, or what went wrong. */
    static native @Nullable String launch(
            long launch, long kernel, long arguments, int grid, int block, int sharedBytes, int order, long seed);
}
