package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.HostMemory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What blocks tell the host, while kernels run: {@code struct Report} in {@code queue.cuh}. A report is there once its
 * sequence is, which the device writes last.
 */
final class ReportRing implements AutoCloseable {
    private static final int REPORT_BYTES = 40;
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** Why a lane is no longer worked on; in the order of {@code enum LaneStatus}. */
    enum Status {
        GOES_ON,
        STANDS,
        EPOCH,
        DIVERGED
    }

    /** @param slot of the lane */
    record Report(int slot, Status status, Progress progress) {}

    private final int capacity;
    private final HostMemory memory;
    private final ByteBuffer bytes;
    private long read;

    /** @param capacity reports that may wait to be read */
    ReportRing(Gpu gpu, int capacity) {
        this.capacity = capacity;
        this.memory = gpu.allocateHost(capacity * REPORT_BYTES);
        this.bytes = memory.buffer().duplicate().order(ByteOrder.nativeOrder()).clear();
        bytes.put(new byte[capacity * REPORT_BYTES]);
    }

    long address() {
        return memory.address();
    }

    int capacity() {
        return capacity;
    }

    /** The next report, when there is one. */
    Optional<Report> poll() {
        int at = (int) (read % capacity) * REPORT_BYTES;
        if ((long) LONG.getAcquire(bytes, at) != read + 1) {
            return Optional.empty();
        }
        read++;
        Progress progress = new Progress(
                bytes.getInt(at + 32), bytes.getInt(at + 36), bytes.getLong(at + 8), bytes.getDouble(at + 16));
        return Optional.of(new Report(bytes.getInt(at + 24), Status.values()[bytes.getInt(at + 28)], progress));
    }

    @Override
    public void close() {
        memory.close();
    }
}
