package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuKernel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The kernel that trains lanes, and what it shares with the host: a descriptor and a stop mark for each slot, queues, and
 * reports. Lanes are known by their slots. A lane's descriptor is the host's while the lane stands.
 */
final class LaneMachine implements AutoCloseable {
    private static final int ARGUMENT_BYTES = 56;
    private static final int PROGRESS_OFFSET = LaneMemory.DESCRIPTOR_BYTES - Progress.BYTES;

    /** Blocks that a multiprocessor works on at once. */
    static final int BLOCKS = 2;

    /**
     * How it is laid out.
     *
     * @param slots lanes at once
     * @param threads of a block, from 1 to 256; no result depends on it
     * @param quantum steps of a lane until others have their turn; no result depends on it
     * @param sharedBytes for each block to keep weights in; no result depends on it
     */
    record Layout(int slots, int threads, int quantum, int sharedBytes) {}

    private final Gpu gpu;
    private final Arena arena;
    private final Layout layout;
    private final Transfers transfers;
    private final GpuKernel kernel;
    private final DeviceMemory descriptors;
    private final DeviceMemory stops;
    private final DeviceMemory written;
    private final ReportRing ring;
    private final BitSet taken = new BitSet();
    private final List<Wave> waves = new ArrayList<>();

    LaneMachine(Gpu gpu, Arena arena, Layout layout, Transfers transfers) {
        this.gpu = gpu;
        this.arena = arena;
        this.layout = layout;
        this.transfers = transfers;
        this.kernel = gpu.kernel("trial-array", "train_lanes");
        this.descriptors = arena.allocate((long) layout.slots() * LaneMemory.DESCRIPTOR_BYTES);
        this.stops = arena.allocate((long) layout.slots() * Integer.BYTES);
        this.written = arena.allocate(Long.BYTES);
        this.ring = new ReportRing(gpu, layout.slots());
        transfers.clear(stops.address(), stops.bytes());
        transfers.clear(written.address(), written.bytes());
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

    void describe(int slot, ByteBuffer descriptor) {
        transfers.upload(descriptor, descriptor(slot));
    }

    /** Sets where a lane that stands goes on, and for how many steps. */
    void setProgress(int slot, Progress progress, int steps) {
        ByteBuffer bytes = ByteBuffer.allocate(Progress.BYTES).order(ByteOrder.nativeOrder());
        progress.put(bytes, steps);
        transfers.upload(bytes.flip(), descriptor(slot) + PROGRESS_OFFSET);
    }

    private long descriptor(int slot) {
        return descriptors.address() + (long) slot * LaneMemory.DESCRIPTOR_BYTES;
    }

    /** Tells a lane to stand before its next step, or takes that back; it reports when it does. */
    void setStop(int slot, boolean stop) {
        ByteBuffer mark = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
        transfers.upload(mark.putInt(stop ? 1 : 0).flip(), stops.address() + (long) slot * Integer.BYTES);
    }

    /** Lets lanes that stand train until each has something to report. */
    void run(List<Integer> slots) {
        Wave wave = idleWave();
        ByteBuffer arguments = ByteBuffer.allocate(ARGUMENT_BYTES).order(ByteOrder.nativeOrder());
        arguments.putLong(descriptors.address()).putLong(stops.address());
        arguments.putLong(wave.fill(slots, transfers));
        arguments.putLong(ring.address()).putLong(written.address()).putLong(ring.capacity());
        arguments
                .putInt(layout.quantum())
                .putInt(layout.sharedBytes() / Float.BYTES)
                .flip();
        int grid = Math.min(slots.size(), BLOCKS * gpu.description().multiprocessors());
        wave.stream().launch(kernel, grid, layout.threads(), layout.sharedBytes(), arguments);
    }

    private Wave idleWave() {
        for (Wave wave : waves) {
            if (wave.stream().isIdle()) {
                return wave;
            }
        }
        Wave wave = new Wave(gpu, arena, layout.slots());
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
        written.close();
        stops.close();
        descriptors.close();
    }
}
