package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuGraph;
import io.sweepforge.kernels.gpu.GpuKernel;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tiny kernel of this build, recorded once and done twice: y becomes y + 3 x, and then again. */
final class KernelTrial {
    private static final int COUNT = 1000;
    private static final int BLOCK = 128;
    private static final long BYTES = COUNT * (long) Float.BYTES;
    private static final float FACTOR = 3;

    private KernelTrial() {}

    /** @throws GpuException when the device fails or computes something else */
    static void run(Gpu gpu) {
        try (GpuStream stream = gpu.newStream();
                HostMemory host = gpu.allocateHost((int) (2 * BYTES));
                DeviceMemory device = gpu.allocate(2 * BYTES)) {
            long x = device.address();
            long y = x + BYTES;
            GpuKernel kernel = gpu.kernel("probe", "scale_and_add");
            for (int i = 0; i < COUNT; i++) {
                host.buffer().putFloat(i * Float.BYTES, i);
            }
            stream.upload(host, 0, x, BYTES);
            stream.clear(y, BYTES);
            ByteBuffer arguments = arguments(x, y);
            int grid = (COUNT + BLOCK - 1) / BLOCK;
            try (GpuGraph graph = stream.capture(() -> stream.launch(kernel, grid, BLOCK, 0, arguments))) {
                stream.launch(graph);
                stream.launch(graph);
                stream.download(y, host, (int) BYTES, BYTES);
                stream.synchronize();
            }
            check(host.buffer());
        }
    }

    private static ByteBuffer arguments(long x, long y) {
        return ByteBuffer.allocate(2 * Long.BYTES + Float.BYTES + Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(x)
                .putLong(y)
                .putFloat(FACTOR)
                .putInt(COUNT)
                .flip();
    }

    private static void check(ByteBuffer host) {
        for (int i = 0; i < COUNT; i++) {
            float got = host.getFloat((int) BYTES + i * Float.BYTES);
            if (got != 2 * FACTOR * i) {
                throw new GpuException(
                        GpuException.Kind.NOT_SUPPORTED,
                        "the kernel computed %s where %s is right".formatted(got, 2 * FACTOR * i));
            }
        }
    }
}
