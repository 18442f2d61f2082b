package io.sweepforge.kernels.gpu.emulated;

import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuGraph;
import io.sweepforge.kernels.gpu.GpuKernel;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does everything at once, or writes it down while a graph is captured. */
public final class EmulatedStream implements GpuStream {
    private static final int MOST_THREADS = 1024;

    private final EmulatedGpu gpu;
    private @Nullable List<Runnable> recording;

    EmulatedStream(EmulatedGpu gpu) {
        this.gpu = gpu;
    }

    private record Recorded(List<Runnable> work) implements GpuGraph {
        @Override
        public void close() {}
    }

    @Override
    public void upload(HostMemory from, int offset, long to, long bytes) {
        Objects.checkFromIndexSize(offset, bytes, from.buffer().capacity());
        gpu.requireDevice(to, bytes);
        enqueue(() -> Native.copy(from.address() + offset, to, bytes));
    }

    @Override
    public void download(long from, HostMemory to, int offset, long bytes) {
        Objects.checkFromIndexSize(offset, bytes, to.buffer().capacity());
        gpu.requireDevice(from, bytes);
        enqueue(() -> Native.copy(from, to.address() + offset, bytes));
    }

    @Override
    public void copy(long from, long to, long bytes) {
        gpu.requireDevice(from, bytes);
        gpu.requireDevice(to, bytes);
        enqueue(() -> Native.copy(from, to, bytes));
    }

    @Override
    public void clear(long address, long bytes) {
        gpu.requireDevice(address, bytes);
        enqueue(() -> Native.fill(address, 0, bytes));
    }

    @Override
    public void launch(GpuKernel kernel, int grid, int block, int sharedBytes, ByteBuffer arguments) {
        if (grid < 1 || block < 1 || block > MOST_THREADS || sharedBytes < 0) {
            throw invalid("a launch of " + grid + " blocks of " + block + " threads with " + sharedBytes + " bytes");
        }
        if (sharedBytes > gpu.description().sharedBytesPerBlock()) {
            throw invalid(sharedBytes + " bytes of shared memory");
        }
        byte[] copy = new byte[arguments.remaining()];
        arguments.get(arguments.position(), copy);
        enqueue(() -> run((EmulatedKernel) kernel, grid, block, sharedBytes, copy));
    }

    private void run(EmulatedKernel kernel, int grid, int block, int sharedBytes, byte[] arguments) {
        long address = Native.allocate(Math.max(1, arguments.length));
        try {
            Native.view(address, arguments.length).put(arguments);
            gpu.run(kernel, grid, block, sharedBytes, address);
        } finally {
            Native.free(address);
        }
    }

    private static GpuException invalid(String what) {
        return new GpuException(GpuException.Kind.INVALID_CALL, what + " is not possible");
    }

    @Override
    public GpuGraph capture(Runnable work) {
        List<Runnable> recorded = new ArrayList<>();
        recording = recorded;
        try {
            work.run();
        } finally {
            recording = null;
        }
        return new Recorded(recorded);
    }

    @Override
    public void launch(GpuGraph graph) {
        ((Recorded) graph).work().forEach(this::enqueue);
    }

    /** Puts work of the host into the stream, as a library puts its kernels there. */
    public void enqueue(Runnable work) {
        gpu.requireWhole();
        if (recording == null) {
            work.run();
        } else {
            recording.add(work);
        }
    }

    @Override
    public void synchronize() {
        gpu.requireWhole();
    }

    @Override
    public boolean isIdle() {
        gpu.requireWhole();
        return true;
    }

    @Override
    public void close() {}
}
