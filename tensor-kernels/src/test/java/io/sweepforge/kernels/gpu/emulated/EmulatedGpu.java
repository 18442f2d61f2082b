package io.sweepforge.kernels.gpu.emulated;

import io.sweepforge.kernels.Skip;
import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuKernel;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A GPU whose kernels run on this machine's processor, slowly and exactly as they are written. Streams do everything at
 * once, before a call returns. A kernel that fails breaks the GPU, as it would a real one's context.
 */
public final class EmulatedGpu implements Gpu {
    private static final long DEFAULT_BYTES = 1L << 30;
    private static final int SHARED_BYTES = 227 << 10;

    private final ThreadOrder order;
    private final long capacity;
    private final Ledger device;
    private final Ledger host = new Ledger(DEFAULT_BYTES);
    private volatile @Nullable String broken;

    private EmulatedGpu(long memoryBytes, ThreadOrder order) {
        this.order = order;
        this.capacity = memoryBytes;
        this.device = new Ledger(memoryBytes);
    }

    /** One with a gibibyte. */
    public static EmulatedGpu open() {
        return open(DEFAULT_BYTES, ThreadOrder.ASCENDING);
    }

    /** Skips the test where kernels cannot be compiled for the processor. */
    public static EmulatedGpu open(long memoryBytes, ThreadOrder order) {
        Skip.unless(
                Compiler.problem().isEmpty(),
                () -> "kernels cannot be emulated, " + Compiler.problem().orElseThrow());
        Modules.load();
        return new EmulatedGpu(memoryBytes, order);
    }

    @Override
    public GpuDescription description() {
        return new GpuDescription(0, "emulated", "GPU-0", 90, 4, SHARED_BYTES, capacity);
    }

    @Override
    public long freeBytes() {
        requireWhole();
        return device.free();
    }

    @Override
    public DeviceMemory allocate(long bytes) {
        requireWhole();
        return new Memory(device.allocate(bytes), bytes);
    }

    private final class Memory implements DeviceMemory {
        private final long address;
        private final long bytes;

        Memory(long address, long bytes) {
            this.address = address;
            this.bytes = bytes;
        }

        @Override
        public long address() {
            return address;
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public void close() {
            device.release(address);
        }
    }

    @Override
    public HostMemory allocateHost(int bytes) {
        requireWhole();
        long address = host.allocate(bytes);
        ByteBuffer buffer = Native.view(address, bytes).order(ByteOrder.nativeOrder());
        return new Pinned(address, buffer);
    }

    private final class Pinned implements HostMemory {
        private final long address;
        private final ByteBuffer buffer;

        Pinned(long address, ByteBuffer buffer) {
            this.address = address;
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer buffer() {
            return buffer;
        }

        @Override
        public long address() {
            return address;
        }

        @Override
        public void close() {
            host.release(address);
        }
    }

    @Override
    public GpuStream newStream() {
        requireWhole();
        return new EmulatedStream(this);
    }

    @Override
    public GpuKernel kernel(String module, String function) {
        long address = Modules.kernel(module, function);
        if (address == 0) {
            throw new IllegalArgumentException("module " + module + " has no kernel " + function);
        }
        return new EmulatedKernel(function, address, Modules.launcher(module));
    }

    /** Elements of device memory as they are now and as they become. */
    public FloatBuffer floats(long address, int count) {
        requireDevice(address, (long) count * Float.BYTES);
        return Native.view(address, count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Bytes of the device and of page-locked memory that somebody holds. */
    public long liveBytes() {
        return device.used() + host.used();
    }

    /** From now on every call fails, as after a kernel that did. */
    public void breakDown(String why) {
        broken = why;
    }

    void requireDevice(long address, long bytes) {
        requireWhole();
        device.require(address, bytes);
    }

    void run(EmulatedKernel kernel, int grid, int block, int sharedBytes, long arguments) {
        requireWhole();
        String error = Native.launch(
                kernel.launcher(), kernel.address(), arguments, grid, block, sharedBytes, order.ordinal(), 1);
        if (error != null) {
            breakDown(kernel.name() + ": " + error);
            requireWhole();
        }
    }

    void requireWhole() {
        if (broken != null) {
            throw new GpuException(GpuException.Kind.STICKY, Objects.requireNonNull(broken));
        }
    }

    /** Fails the test whose code did not give everything back. */
    @Override
    public void close() {
        if (broken == null && liveBytes() > 0) {
            throw new IllegalStateException(liveBytes() + " bytes were never given back");
        }
    }
}
