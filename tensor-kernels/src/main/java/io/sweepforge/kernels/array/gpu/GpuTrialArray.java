package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.Screening;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Lanes that share a GPU, each trained by one block of threads at a time. A poll launches all lanes that may go on; each of
 * them trains to the end of its epoch without the host. Then it stands until the host has scored it and polls again.
 */
public final class GpuTrialArray implements TrialArray {
    private static final int SLOTS = 1024;
    private static final int THREADS = 256;
    private static final int QUANTUM = 64;
    /** Shared memory that every block has anyway, and the driver's own. */
    private static final int FIXED_SHARED_BYTES = 5 << 10;

    private static final long POLL_NANOS = 5_000_000;
    private static final long PAUSE_NANOS = 20_000;

    private final Screening screening;
    private final Arena arena;
    private final LaneMachine.Layout layout;
    private final int stepsPerTurn;
    private final SharedExamples examples;
    private final Transfers transfers;
    private final LaneMachine machine;
    private final Map<String, Seat> lanes = new LinkedHashMap<>();
    private final Set<Seat> resting = new HashSet<>();
    private final Map<Integer, Seat> training = new LinkedHashMap<>();
    private boolean closed;

    /** A lane and its place on the device. */
    private record Seat(GpuLane lane, int slot) {}

    /**
     * An array on a GPU.
     *
     * @param arena that everything on the device comes from; it must outlive the array
     * @param precision that the GPU is new enough for
     * @throws GpuException when the arena has no room even for an empty array
     */
    public static TrialArray open(Gpu gpu, Arena arena, Precision precision, TrainableFamily family, Dataset dataset) {
        return open(gpu, arena, precision, new Screening(family, dataset), new SharedExamples(gpu, arena));
    }

    /** @param examples closed with the array */
    static GpuTrialArray open(Gpu gpu, Arena arena, Precision precision, Screening screening, SharedExamples examples) {
        LaneMachine.Layout layout = layout(gpu.description(), SLOTS, precision);
        return new GpuTrialArray(gpu, arena, screening, examples, layout, Integer.MAX_VALUE);
    }

    /** How lanes are laid out on such a GPU. */
    static LaneMachine.Layout layout(GpuDescription gpu, int slots, Precision precision) {
        return new LaneMachine.Layout(slots, THREADS, QUANTUM, onChip(gpu).bytes(), precision);
    }

    /** What its blocks keep on the chip. */
    static OnChip onChip(GpuDescription gpu) {
        return new OnChip(gpu.sharedBytesPerBlock() / LaneMachine.BLOCKS - FIXED_SHARED_BYTES);
    }

    /** The most hidden units of an LSTM whose recurrent weights a block keeps on the chip of such a GPU. */
    public static int mostHiddenOnChip(GpuDescription gpu) {
        return onChip(gpu).mostHidden();
    }

    /**
     * @param examples closed with the array
     * @param stepsPerTurn until a lane stands though it has nothing to report, from 1
     */
    GpuTrialArray(
            Gpu gpu,
            Arena arena,
            Screening screening,
            SharedExamples examples,
            LaneMachine.Layout layout,
            int stepsPerTurn) {
        this.screening = screening;
        this.arena = arena;
        this.layout = layout;
        this.stepsPerTurn = stepsPerTurn;
        this.examples = examples;
        this.transfers = new Transfers(gpu);
        this.machine = machine(gpu, arena, layout, transfers);
    }

    private static LaneMachine machine(Gpu gpu, Arena arena, LaneMachine.Layout layout, Transfers transfers) {
        try {
            return new LaneMachine(gpu, arena, layout, transfers);
        } catch (GpuException e) {
            transfers.close();
            throw e;
        }
    }

    @Override
    public void add(String name, LaneSpec spec) throws LaneRefusedException {
        begin(name, spec, GpuLane::begin);
    }

    @Override
    public void restore(String name, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        begin(name, spec, lane -> lane.resume(checkpoint));
    }

    @Override
    public void adopt(String name, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        begin(name, spec, lane -> lane.adopt(checkpoint));
    }

    private interface Beginning {
        void of(GpuLane lane) throws LaneRefusedException;
    }

    private void begin(String name, LaneSpec spec, Beginning beginning) throws LaneRefusedException {
        requireNew(name);
        TrainingPlan plan = screening.plan(spec);
        GpuLane lane = place(name, spec, plan);
        Optional<Integer> slot = Optional.empty();
        try {
            beginning.of(lane);
            slot = machine.takeSlot();
            int mine = slot.orElseThrow(() -> new LaneRefusedException(
                    Cause.OUT_OF_MEMORY, "lane " + name + " finds all " + lanes.size() + " places of the array taken"));
            machine.describe(mine, lane.kernel(), lane.descriptor(examples.of(plan)));
            lanes.put(name, new Seat(lane, mine));
        } catch (GpuException e) {
            throw refusal(name, LaneTask.of(plan), e);
        } finally {
            if (!lanes.containsKey(name)) {
                slot.ifPresent(machine::giveSlotBack);
                lane.close();
            }
        }
    }

    private GpuLane place(String name, LaneSpec spec, TrainingPlan plan) throws LaneRefusedException {
        LaneTask task = LaneTask.of(plan);
        try {
            LaneMemory memory = new LaneMemory(task, layout, arena);
            return new GpuLane(name, spec, plan, screening.checkpoints(plan, spec), memory, transfers);
        } catch (GpuException e) {
            throw refusal(name, task, e);
        } catch (ArithmeticException e) {
            throw new LaneRefusedException(
                    Cause.OUT_OF_MEMORY, "lane " + name + " needs more than 2^31 numbers, which no block can count");
        }
    }

    private LaneRefusedException refusal(String name, LaneTask task, GpuException e) {
        return e.kind() == GpuException.Kind.OUT_OF_MEMORY
                ? new LaneRefusedException(
                        Cause.OUT_OF_MEMORY,
                        "lane " + name + " needs " + LaneMemory.bytes(task, layout) + " bytes: " + e.getMessage())
                : new LaneRefusedException(Cause.DEVICE_FAILED, "lane " + name + ": " + e.getMessage());
    }

    @Override
    public void rest(String name) {
        Seat seat = lanes.get(name);
        if (seat != null && resting.add(seat)) {
            halt(seat);
        }
    }

    @Override
    public void wake(String name) {
        Seat seat = lanes.get(name);
        if (seat != null) {
            resting.remove(seat);
        }
    }

    @Override
    public void remove(String name) {
        Seat seat = lanes.get(name);
        if (seat != null) {
            halt(seat);
            leave(seat);
        }
    }

    @Override
    public byte[] checkpoint(String name) {
        Seat seat = lanes.get(name);
        if (seat == null) {
            throw new IllegalArgumentException("lane " + name + " is not in the array; it has " + lanes.keySet());
        }
        halt(seat);
        return seat.lane().checkpoint();
    }

    @Override
    public List<LaneReport> poll() {
        try {
            startWhoMay();
            await();
        } catch (GpuException e) {
            // Nothing that the device holds can be trusted any more.
            training.clear();
            lanes.values().forEach(seat -> seat.lane().fail(Cause.DEVICE_FAILED, String.valueOf(e.getMessage())));
        }
        List<LaneReport> reports = new ArrayList<>();
        for (Seat seat : List.copyOf(lanes.values())) {
            reports.addAll(seat.lane().collect());
            if (seat.lane().hasEnded()) {
                leave(seat);
            }
        }
        return reports;
    }

    private void startWhoMay() {
        List<Integer> starting = new ArrayList<>();
        boolean canRun = machine.canRun();
        for (Seat seat : lanes.values()) {
            if (training.containsKey(seat.slot())
                    || resting.contains(seat)
                    || seat.lane().hasReports()) {
                continue;
            }
            if (seat.lane().isTrained()) {
                seat.lane().finish();
            } else if (canRun) {
                machine.setProgress(seat.slot(), seat.lane().progress(), stepsPerTurn);
                starting.add(seat.slot());
                training.put(seat.slot(), seat);
            }
        }
        if (!starting.isEmpty()) {
            machine.run(starting);
        }
    }

    /** Returns when a lane has something to report, when nobody trains, or after some milliseconds. */
    private void await() {
        long begin = System.nanoTime();
        takeReports();
        while (!training.isEmpty()
                && lanes.values().stream().noneMatch(seat -> seat.lane().hasReports())
                && System.nanoTime() - begin < POLL_NANOS) {
            pause();
            takeReports();
        }
    }

    private void pause() {
        machine.check();
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void takeReports() {
        for (var report = machine.poll(); report.isPresent(); report = machine.poll()) {
            Seat seat = training.remove(report.get().slot());
            if (seat != null) {
                seat.lane().accept(report.get());
            }
        }
    }

    /** Returns once the lane stands between two steps. */
    private void halt(Seat seat) {
        if (!training.containsKey(seat.slot())) {
            return;
        }
        machine.setStop(seat.slot(), true);
        takeReports();
        while (training.containsKey(seat.slot())) {
            pause();
            takeReports();
        }
        machine.setStop(seat.slot(), false);
    }

    @Override
    public int size() {
        return lanes.size();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List.copyOf(lanes.keySet()).forEach(this::remove);
        examples.close();
        machine.close();
        transfers.close();
    }

    private void requireNew(String name) {
        if (closed) {
            throw new IllegalStateException("the array is closed; lane " + name + " cannot join");
        }
        if (lanes.containsKey(name)) {
            throw new IllegalArgumentException("lane must be a name not yet in the array, was " + name);
        }
    }

    private void leave(Seat seat) {
        lanes.remove(seat.lane().name());
        resting.remove(seat);
        machine.giveSlotBack(seat.slot());
        seat.lane().close();
    }
}
