package io.sweepforge.kernels.gpu;

/** Recorded work of a stream. It keeps the addresses and arguments that it was recorded with. */
public interface GpuGraph extends AutoCloseable {
    @Override
    void close();
}
