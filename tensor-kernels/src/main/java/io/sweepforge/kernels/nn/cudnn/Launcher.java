package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;

/** Puts kernels of this build into a network's stream. All of them run in blocks of 256 threads. */
final class Launcher {
    /** Threads of a block; the kernels' {@code THREADS}. */
    static final int THREADS = 256;

    private final Gpu gpu;
    private final GpuStream stream;

    Launcher(Gpu gpu, GpuStream stream) {
        this.gpu = gpu;
        this.stream = stream;
    }

    GpuStream stream() {
        return stream;
    }

    /** A kernel with one thread for each of {@code count} elements. */
    void each(String module, String function, long count, Arguments arguments) {
        blocks(module, function, Math.toIntExact((count + THREADS - 1) / THREADS), arguments);
    }

    /** A kernel with as many blocks. */
    void blocks(String module, String function, int blocks, Arguments arguments) {
        stream.launch(gpu.kernel(module, function), blocks, THREADS, 0, arguments.packed());
    }
}
