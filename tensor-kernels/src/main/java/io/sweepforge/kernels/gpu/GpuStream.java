package io.sweepforge.kernels.gpu;

import java.nio.ByteBuffer;

/**
 * A queue of work on a GPU: calls return at once, the device does their work in order. An error of earlier work may surface
 * in any later call. Used by one thread at a time.
 */
public interface GpuStream extends AutoCloseable {
    /** Copies bytes of the host to a device address; the host memory must stay as it is until the copy is done. */
    void upload(HostMemory from, int offset, long to, long bytes);

    /** Copies bytes of a device address to the host, to be read once the stream has come to it. */
    void download(long from, HostMemory to, int offset, long bytes);

    /** Copies within the device. */
    void copy(long from, long to, long bytes);

    /** Sets bytes to 0. */
    void clear(long address, long bytes);

    /**
     * Runs a kernel.
     *
     * @param grid blocks, from 1
     * @param block threads in each, from 1 to 1024
     * @param sharedBytes of dynamic shared memory for each block, from 0
     * @param arguments the kernel's one parameter, a structure by value: from position to limit, in native byte order;
     *     read before the call returns
     */
    void launch(GpuKernel kernel, int grid, int block, int sharedBytes, ByteBuffer arguments);

    /** What {@code work} puts into this stream, recorded instead of done, so that it can be repeated in one go. */
    GpuGraph capture(Runnable work);

    /** Does everything in the graph, in its place in this stream. */
    void launch(GpuGraph graph);

    /** Waits until everything so far is done. */
    void synchronize();

    /** Whether everything so far is done. */
    boolean isIdle();

    @Override
    void close();
}
