package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuKernel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The kernels that train lanes, and what they share with the host: a descriptor and a stop mark for each slot, queues, and
 * reports. Lanes are known by their slots. A lane's descriptor is the host's while the lane stands.
 */
final class LaneMachine implements AutoCloseable {
    private static final int ARGUMENT_BYTES = 56;
    private static final int PROGRESS_OFFSET = LaneMemory.DESCRIPTOR_BYTES - Progress.BYTES;

    /** As many as a device runs side by side. */
    private static final int MOST_WAVES = 128;

    /** Blocks that a multiprocessor works on at once. */
    static final int BLOCKS = 2;

    /**
     * How it is laid out.
     *
     * @param slots lanes at once
     * @param threads of a block, from 1 to 256; no result depends on it
     * @param quantum steps of a lane until others have their turn; no result depends on it
     * @param sharedBytes for each block to keep in what it reads again; no result depends on it
     * @param precision of LSTMs; with bf16 the threads are whole warps
     */
    record Layout(int slots, int threads, int quantum, int sharedBytes, Precision precision) {
        private static final int WARP = 32;

        Layout {
            if (precision == Precision.BFLOAT16 && threads % WARP != 0) {
                throw new IllegalArgumentException(
                        "threads must be a multiple of 32 with precision bfloat16, was " + threads);
            }
        }
    }

    private final Gpu gpu;
    private final Layout layout;
    private final Transfers transfers;
    private final ReportRing ring;
    /** Descriptors, then the number of reports written, the stop marks and the queues of all waves. */
    private final DeviceMemory shared;

    private final long written;
    private final long stops;
    private final long queues;
    private final BitSet taken = new BitSet();
    private final LaneKernel[] kernels;
    private final List<Wave> waves = new ArrayList<>();

    LaneMachine(Gpu gpu, Arena arena, Layout layout, Transfers transfers) {
        this.gpu = gpu;
        this.layout = layout;
        this.transfers = transfers;
        this.kernels = new LaneKernel[layout.slots()];
        long descriptorBytes = (long) layout.slots() * LaneMemory.DESCRIPTOR_BYTES;
        long stopBytes = (long) layout.slots() * Integer.BYTES;
        long queueBytes = (long) MOST_WAVES * Wave.queueBytes(layout.slots());
        this.shared = arena.allocate(descriptorBytes + Long.BYTES + stopBytes + queueBytes);
        this.written = shared.address() + descriptorBytes;
        this.stops = written + Long.BYTES;
        this.queues = stops + stopBytes;
        transfers.clear(written, Long.BYTES + stopBytes);
        this.ring = ring(gpu, layout.slots());
    }

    private ReportRing ring(Gpu device, int capacity) {
        try {
            return new ReportRing(device, capacity);
        } catch (GpuException e) {
            shared.close();
            throw e;
        }
    }

    /** A slot of its own; empty when all are taken. */
    Optional<Integer> takeSlot() {
        int slot = taken.nextClearBit(0);
        if (slot == layout.slots()) {
            return Optional.empty();
        }
        taken.set(slot);
        return Optional.of(slot);
    }

    /** Gives back the slot of a lane that stands. */
    void giveSlotBack(int slot) {
        taken.clear(slot);
    }

    /** Brings a lane to a slot. */
    void describe(int slot, LaneKernel kernel, ByteBuffer descriptor) {
        kernels[slot] = kernel;
        transfers.upload(descriptor, descriptor(slot));
    }

    /** Sets where a lane that stands goes on, and for how many steps. */
    void setProgress(int slot, Progress progress, int steps) {
        ByteBuffer bytes = ByteBuffer.allocate(Progress.BYTES).order(ByteOrder.nativeOrder());
        progress.put(bytes, steps);
        transfers.upload(bytes.flip(), descriptor(slot) + PROGRESS_OFFSET);
    }

    private long descriptor(int slot) {
        return shared.address() + (long) slot * LaneMemory.DESCRIPTOR_BYTES;
    }

    /** Tells a lane to stand before its next step, or takes that back; it reports when it does. */
    void setStop(int slot, boolean stop) {
        ByteBuffer mark = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
        transfers.upload(mark.putInt(stop ? 1 : 0).flip(), stops + (long) slot * Integer.BYTES);
    }

    /** Whether {@link #run} has streams to run lanes in, one for each kernel. */
    boolean canRun() {
        long idle = waves.stream().filter(wave -> wave.stream().isIdle()).count();
        return MOST_WAVES - waves.size() + idle >= LaneKernel.values().length;
    }

    /** Lets lanes that stand train until each has something to report. */
    void run(List<Integer> slots) {
        for (LaneKernel kernel : LaneKernel.values()) {
            List<Integer> its =
                    slots.stream().filter(slot -> kernels[slot] == kernel).toList();
            if (!its.isEmpty()) {
                launch(kernel, its);
            }
        }
    }

    private void launch(LaneKernel kernel, List<Integer> slots) {
        Wave wave = idleWave();
        ByteBuffer arguments = ByteBuffer.allocate(ARGUMENT_BYTES).order(ByteOrder.nativeOrder());
        arguments.putLong(shared.address()).putLong(stops);
        arguments.putLong(wave.fill(slots, transfers));
        arguments.putLong(ring.address()).putLong(written).putLong(ring.capacity());
        arguments
                .putInt(layout.quantum())
                .putInt(layout.sharedBytes() / Float.BYTES)
                .flip();
        int grid = Math.min(slots.size(), BLOCKS * gpu.description().multiprocessors());
        GpuKernel function = gpu.kernel(kernel.module(), kernel.function());
        wave.stream().launch(function, grid, layout.threads(), layout.sharedBytes(), arguments);
    }

    private Wave idleWave() {
        for (Wave wave : waves) {
            if (wave.stream().isIdle()) {
                return wave;
            }
        }
        if (waves.size() == MOST_WAVES) {
            throw new IllegalStateException("all " + MOST_WAVES + " streams are at work");
        }
        Wave wave = new Wave(gpu, queues + (long) waves.size() * Wave.queueBytes(layout.slots()));
        waves.add(wave);
        return wave;
    }

    /** The next lane that no longer trains. */
    Optional<ReportRing.Report> poll() {
        return ring.poll();
    }

    /** Surfaces an error of a kernel that runs or ran. */
    void check() {
        waves.forEach(wave -> wave.stream().isIdle());
    }

    /** All lanes stand. */
    @Override
    public void close() {
        waves.forEach(Wave::close);
        ring.close();
        shared.close();
    }
}
