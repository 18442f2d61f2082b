package io.sweepforge.kernels.gpu;

/** A piece of device memory; closing it gives it back to where it came from. */
public interface DeviceMemory extends AutoCloseable {
    /** Address on the device of its first byte. */
    long address();

    long bytes();

    @Override
    void close();
}
