package io.sweepforge.kernels.array;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.nn.Backend;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lanes that take turns on one core. Each poll gives the lane whose turn it is a quantum of time, at least one step: a
 * small model's weights stay in the cache for many steps. Lanes share nothing but the data set, so neither the quantum
 * nor the neighbours can change what a lane computes.
 */
final class CpuTrialArray implements TrialArray {
    private static final long QUANTUM_NANOS = 5_000_000;

    private final Admission admission;
    private final LongSupplier nanoTime;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Deque<Lane> turns = new ArrayDeque<>();
    private boolean closed;

    CpuTrialArray(
            Backend backend, TrainableFamily family, Dataset dataset, long memoryBudgetBytes, LongSupplier nanoTime) {
        this.admission = new Admission(backend, family, dataset, memoryBudgetBytes);
        this.nanoTime = nanoTime;
    }

    @Override
    public void add(String name, LaneSpec spec) throws LaneRefusedException {
        begin(name, spec, Lane::begin);
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
        void of(Lane lane) throws LaneRefusedException;
    }

    private void begin(String name, LaneSpec spec, Beginning beginning) throws LaneRefusedException {
        requireNew(name);
        Lane lane = admission.admit(name, spec);
        try {
            beginning.of(lane);
        } catch (LaneRefusedException e) {
            leave(lane);
            throw e;
        }
        join(lane);
    }

    @Override
    public void rest(String name) {
        Lane lane = lanes.get(name);
        if (lane != null) {
            turns.remove(lane);
        }
    }

    @Override
    public void wake(String name) {
        Lane lane = lanes.get(name);
        if (lane != null && !turns.contains(lane)) {
            turns.addLast(lane);
        }
    }

    @Override
    public void remove(String name) {
        Lane lane = lanes.get(name);
        if (lane != null) {
            leave(lane);
        }
    }

    @Override
    public byte[] checkpoint(String name) {
        Lane lane = lanes.get(name);
        if (lane == null) {
            throw new IllegalArgumentException("lane " + name + " is not in the array; it has " + lanes.keySet());
        }
        return lane.checkpoint();
    }

    @Override
    public List<LaneReport> poll() {
        List<LaneReport> reports = new ArrayList<>();
        Lane lane = turns.pollFirst();
        if (lane != null) {
            turns.addLast(lane);
            if (!goesOn(lane, reports)) {
                leave(lane);
            }
        }
        return reports;
    }

    /** Whether the lane stays in the array after its turn. */
    private boolean goesOn(Lane lane, List<LaneReport> reports) {
        long end = nanoTime.getAsLong() + QUANTUM_NANOS;
        try {
            boolean goesOn = lane.advance(reports);
            while (goesOn && reports.isEmpty() && nanoTime.getAsLong() - end < 0) {
                goesOn = lane.advance(reports);
            }
            return goesOn;
        } catch (OutOfMemoryError e) {
            reports.add(new LaneReport.Failed(lane.name(), Cause.OUT_OF_MEMORY, "the Java heap is full: " + e));
        } catch (RuntimeException e) {
            reports.add(new LaneReport.Failed(lane.name(), Cause.DEVICE_FAILED, "a training step failed: " + e));
        }
        return false;
    }

    @Override
    public int size() {
        return lanes.size();
    }

    @Override
    public void close() {
        List.copyOf(lanes.values()).forEach(this::leave);
        closed = true;
    }

    private void requireNew(String name) {
        if (closed) {
            throw new IllegalStateException("the array is closed; lane " + name + " cannot join");
        }
        if (lanes.containsKey(name)) {
            throw new IllegalArgumentException("lane must be a name not yet in the array, was " + name);
        }
    }

    private void join(Lane lane) {
        lanes.put(lane.name(), lane);
        turns.addLast(lane);
    }

    private void leave(Lane lane) {
        lanes.remove(lane.name());
        turns.remove(lane);
        admission.release(lane);
    }
}
