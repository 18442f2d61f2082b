package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** Copies between arrays of the host and the device, beside whatever kernels do. Every call returns when it is done. */
final class Transfers implements AutoCloseable {
    private static final int STAGING_BYTES = 1 << 20;
    private static final int STAGING_ELEMENTS = STAGING_BYTES / Float.BYTES;

    private final GpuStream stream;
    private final HostMemory staging;
    private final ByteBuffer bytes;

    Transfers(Gpu gpu) {
        this.stream = gpu.newStream();
        this.staging = gpu.allocateHost(STAGING_BYTES);
        this.bytes = staging.buffer().duplicate().order(ByteOrder.nativeOrder()).clear();
    }

    /** From position to limit, up to a mebibyte. */
    void upload(ByteBuffer from, long to) {
        bytes.clear().put(from.duplicate());
        stream.upload(staging, 0, to, bytes.position());
        stream.synchronize();
    }

    void upload(float[] from, long to) {
        FloatBuffer elements = bytes.clear().asFloatBuffer();
        for (int at = 0; at < from.length; at += STAGING_ELEMENTS) {
            int count = Math.min(STAGING_ELEMENTS, from.length - at);
            elements.clear().put(from, at, count);
            send(at, count, to);
        }
    }

    void upload(int[] from, long to) {
        IntBuffer elements = bytes.clear().asIntBuffer();
        for (int at = 0; at < from.length; at += STAGING_ELEMENTS) {
            int count = Math.min(STAGING_ELEMENTS, from.length - at);
            elements.clear().put(from, at, count);
            send(at, count, to);
        }
    }

    private void send(int at, int count, long to) {
        stream.upload(staging, 0, to + (long) at * Float.BYTES, (long) count * Float.BYTES);
        stream.synchronize();
    }

    void download(long from, float[] to) {
        FloatBuffer elements = bytes.clear().asFloatBuffer();
        for (int at = 0; at < to.length; at += STAGING_ELEMENTS) {
            int count = Math.min(STAGING_ELEMENTS, to.length - at);
            stream.download(from + (long) at * Float.BYTES, staging, 0, (long) count * Float.BYTES);
            stream.synchronize();
            elements.clear().get(to, at, count);
        }
    }

    void clear(long address, long length) {
        stream.clear(address, length);
        stream.synchronize();
    }

    @Override
    public void close() {
        staging.close();
        stream.close();
    }
}
