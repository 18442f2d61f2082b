package io.sweepforge.kernels.gpu;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A budget of device memory, taken from the GPU once and lent in pieces: lanes come and go without the driver, and together
 * they can never hold more than the budget. The lowest gap that is large enough is taken (first fit), and gaps side by side
 * become one. Safe for use by several threads.
 */
public final class Arena implements AutoCloseable {
    /** Every piece begins at a multiple of this many bytes, which suits every kernel and cuDNN. */
    static final long ALIGNMENT = 256;

    private final DeviceMemory region;
    /** Length by offset. */
    private final NavigableMap<Long, Long> gaps = new TreeMap<>();

    private long used;

    /** Closes {@code region} with itself. */
    public Arena(DeviceMemory region) {
        this.region = region;
        gaps.put(0L, region.bytes() / ALIGNMENT * ALIGNMENT);
    }

    /**
     * A piece of it, not cleared.
     *
     * @param bytes from 1; rounded up to a multiple of 256
     * @throws GpuException of kind out of memory, naming what is free
     */
    public synchronized DeviceMemory allocate(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1, was " + bytes);
        }
        long length = (Math.addExact(bytes, ALIGNMENT - 1)) / ALIGNMENT * ALIGNMENT;
        Map.Entry<Long, Long> gap = gaps.entrySet().stream()
                .filter(candidate -> candidate.getValue() >= length)
                .findFirst()
                .orElseThrow(() -> noRoom(bytes));
        // A removed entry of a tree map may turn into its neighbour: read it before.
        long offset = gap.getKey();
        long rest = gap.getValue() - length;
        gaps.remove(offset);
        if (rest > 0) {
            gaps.put(offset + length, rest);
        }
        used += length;
        return new Piece(offset, length);
    }

    private GpuException noRoom(long bytes) {
        long largest = gaps.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new GpuException(
                GpuException.Kind.OUT_OF_MEMORY,
                bytes + " bytes of device memory asked for; " + (region.bytes() - used) + " of the budget of "
                        + region.bytes() + " are free, the largest piece has " + largest);
    }

    /** Bytes now lent, in multiples of 256. */
    public synchronized long usedBytes() {
        return used;
    }

    private synchronized void giveBack(long offset, long length) {
        used -= length;
        long begin = offset;
        long end = offset + length;
        Map.Entry<Long, Long> before = gaps.lowerEntry(offset);
        if (before != null && before.getKey() + before.getValue() == begin) {
            begin = before.getKey();
        }
        Long after = gaps.remove(end);
        if (after != null) {
            end += after;
        }
        gaps.put(begin, end - begin);
    }

    @Override
    public void close() {
        region.close();
    }

    private final class Piece implements DeviceMemory {
        private final long offset;
        private final long length;
        private boolean lent = true;

        Piece(long offset, long length) {
            this.offset = offset;
            this.length = length;
        }

        @Override
        public long address() {
            return region.address() + offset;
        }

        @Override
        public long bytes() {
            return length;
        }

        @Override
        public void close() {
            if (lent) {
                lent = false;
                giveBack(offset, length);
            }
        }
    }
}
