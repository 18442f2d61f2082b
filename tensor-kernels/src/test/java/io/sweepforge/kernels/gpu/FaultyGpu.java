package io.sweepforge.kernels.gpu;

import java.nio.ByteBuffer;

/** A real or emulated GPU on which one call fails, and every later one too when the failure is sticky. */
public final class FaultyGpu implements Gpu {
    private final Gpu real;
    private final int fatal;
    private final GpuException.Kind kind;
    private int calls;

    /**
     * Breaks at one call.
     *
     * @param real closed with this
     * @param fatal number of the call that fails, from 1, counted over allocations, copies and launches
     */
    public FaultyGpu(Gpu real, int fatal, GpuException.Kind kind) {
        this.real = real;
        this.fatal = fatal;
        this.kind = kind;
    }

    /** Calls until now. */
    public int calls() {
        return calls;
    }

    private synchronized void count() {
        calls++;
        if (calls == fatal || isBroken()) {
            throw new GpuException(kind, "made up, at call " + calls);
        }
    }

    private boolean isBroken() {
        return kind == GpuException.Kind.STICKY && calls > fatal;
    }

    @Override
    public GpuDescription description() {
        return real.description();
    }

    @Override
    public synchronized long freeBytes() {
        if (kind == GpuException.Kind.STICKY && calls >= fatal) {
            throw new GpuException(kind, "made up");
        }
        return real.freeBytes();
    }

    @Override
    public DeviceMemory allocate(long bytes) {
        count();
        return real.allocate(bytes);
    }

    @Override
    public HostMemory allocateHost(int bytes) {
        count();
        return real.allocateHost(bytes);
    }

    @Override
    public GpuStream newStream() {
        count();
        return new FaultyStream(real.newStream());
    }

    @Override
    public GpuKernel kernel(String module, String function) {
        return real.kernel(module, function);
    }

    @Override
    public void close() {
        real.close();
    }

    private final class FaultyStream implements GpuStream {
        private final GpuStream real;

        FaultyStream(GpuStream real) {
            this.real = real;
        }

        @Override
        public void upload(HostMemory from, int offset, long to, long bytes) {
            count();
            real.upload(from, offset, to, bytes);
        }

        @Override
        public void download(long from, HostMemory to, int offset, long bytes) {
            count();
            real.download(from, to, offset, bytes);
        }

        @Override
        public void copy(long from, long to, long bytes) {
            count();
            real.copy(from, to, bytes);
        }

        @Override
        public void clear(long address, long bytes) {
            count();
            real.clear(address, bytes);
        }

        @Override
        public void launch(GpuKernel kernel, int grid, int block, int sharedBytes, ByteBuffer arguments) {
            count();
            real.launch(kernel, grid, block, sharedBytes, arguments);
        }

        @Override
        public GpuGraph capture(Runnable work) {
            return real.capture(work);
        }

        @Override
        public void launch(GpuGraph graph) {
            count();
            real.launch(graph);
        }

        @Override
        public void synchronize() {
            real.synchronize();
        }

        @Override
        public boolean isIdle() {
            return real.isIdle();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
