package io.sweepforge.kernels.gpu;

/**
 * One GPU, opened by this process. Every call may throw {@link GpuException}. Safe for use by several threads; what it
 * hands out is owned by whoever asked for it, and closed before the GPU is.
 */
public interface Gpu extends AutoCloseable {
    GpuDescription description();

    /** Bytes of device memory that nobody has taken, on the whole device. */
    long freeBytes();

    /**
     * Device memory, not cleared, aligned to 256 bytes. It waits for the device, so lanes take theirs from an
     * {@link Arena}.
     *
     * @param bytes from 1
     */
    DeviceMemory allocate(long bytes);

    /**
     * Memory of the host that both sides see and the device copies from without a detour (page-locked).
     *
     * @param bytes from 1
     */
    HostMemory allocateHost(int bytes);

    /** A queue of work, done in order; streams run side by side. */
    GpuStream newStream();

    /**
     * A kernel of this build, at the highest level that the device has.
     *
     * @param module base name of its source, e.g. {@code trial-array}
     * @param function its name in the source
     * @throws IllegalArgumentException when the build has no such kernel
     */
    GpuKernel kernel(String module, String function);

    /** Gives everything back to the driver. */
    @Override
    void close();
}
