package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A launch in a stream of its own, with its own {@code struct Queue} of lanes, so that waves run side by side. */
final class Wave implements AutoCloseable {
    private static final int HEADER_INTS = 4;

    private final GpuStream stream;
    private final DeviceMemory queue;

    /** @param capacity lanes it may have */
    Wave(Gpu gpu, Arena arena, int capacity) {
        this.queue = arena.allocate((long) (HEADER_INTS + capacity) * Integer.BYTES);
        this.stream = gpu.newStream();
    }

    GpuStream stream() {
        return stream;
    }

    /** Puts lanes into the queue of a wave that is idle, and gives its address. */
    long fill(List<Integer> slots, Transfers transfers) {
        ByteBuffer content = ByteBuffer.allocate((HEADER_INTS + slots.size()) * Integer.BYTES)
                .order(ByteOrder.nativeOrder());
        content.putInt(slots.size()).putInt(0).putInt(slots.size()).putInt(slots.size());
        slots.forEach(slot -> content.putInt(slot + 1));
        transfers.upload(content.flip(), queue.address());
        return queue.address();
    }

    @Override
    public void close() {
        stream.close();
        queue.close();
    }
}
