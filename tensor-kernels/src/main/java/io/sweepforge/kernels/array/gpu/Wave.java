package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A launch in a stream of its own, with its own {@code struct Queue} of lanes, so that waves run side by side. */
final class Wave implements AutoCloseable {
    private static final int HEADER_INTS = 4;

    private final GpuStream stream;
    private final long queue;

    /** @param queue address of as many bytes as {@link #queueBytes} says */
    Wave(Gpu gpu, long queue) {
        this.queue = queue;
        this.stream = gpu.newStream();
    }

    /** Bytes of a queue for so many lanes. */
    static int queueBytes(int lanes) {
        return (HEADER_INTS + lanes) * Integer.BYTES;
    }

    GpuStream stream() {
        return stream;
    }

    /** Puts lanes into the queue of a wave that is idle, and gives its address. */
    long fill(List<Integer> slots, Transfers transfers) {
        ByteBuffer content = ByteBuffer.allocate(queueBytes(slots.size())).order(ByteOrder.nativeOrder());
        content.putInt(slots.size()).putInt(0).putInt(slots.size()).putInt(slots.size());
        slots.forEach(slot -> content.putInt(slot + 1));
        transfers.upload(content.flip(), queue);
        return queue;
    }

    @Override
    public void close() {
        stream.close();
    }
}
