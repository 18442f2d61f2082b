package io.sweepforge.kernels.gpu.emulated;

import io.sweepforge.kernels.gpu.GpuException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which bytes of the host's memory count as memory of the device, and how many of those it has are left. */
final class Ledger {
    /** A piece up to this size is filled with bytes that are not numbers, so that nobody relies on zeros. */
    private static final long POISONED = 16L << 20;

    private static final int POISON = 0xff;

    private final long capacity;
    /** Length by address. */
    private final NavigableMap<Long, Long> pieces = new TreeMap<>();

    private long used;

    Ledger(long capacity) {
        this.capacity = capacity;
    }

    synchronized long free() {
        return capacity - used;
    }

    synchronized long used() {
        return used;
    }

    synchronized long allocate(long bytes) {
        if (bytes < 1) {
            throw new GpuException(GpuException.Kind.INVALID_CALL, "bytes must be at least 1, was " + bytes);
        }
        long address = bytes <= capacity - used ? Native.allocate(bytes) : 0;
        if (address == 0) {
            throw new GpuException(
                    GpuException.Kind.OUT_OF_MEMORY, bytes + " bytes asked for, " + (capacity - used) + " are free");
        }
        if (bytes <= POISONED) {
            Native.fill(address, POISON, bytes);
        }
        pieces.put(address, bytes);
        used += bytes;
        return address;
    }

    synchronized void release(long address) {
        Long bytes = pieces.remove(address);
        if (bytes != null) {
            used -= bytes;
            Native.free(address);
        }
    }

    /** Throws unless all these bytes lie in one piece. */
    synchronized void require(long address, long bytes) {
        Map.Entry<Long, Long> piece = pieces.floorEntry(address);
        if (bytes < 0 || piece == null || address + bytes > piece.getKey() + piece.getValue()) {
            throw new GpuException(
                    GpuException.Kind.INVALID_CALL,
                    "bytes %d to %d are not memory of the device".formatted(address, address + bytes));
        }
    }
}
