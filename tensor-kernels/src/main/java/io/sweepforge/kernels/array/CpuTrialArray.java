package io.sweepforge.kernels.array;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lanes that share cores. Only the lane itself is touched by a core's thread; the array is its owner's. Lanes share nothing
 * but the data set, so neither turns nor neighbours can change what a lane computes.
 */
final class CpuTrialArray implements TrialArray {
    /** Long enough that a small model's weights stay in the cache for many steps, short enough to share fairly. */
    static final long QUANTUM_NANOS = 5_000_000;

    private final Admission admission;
    private final Executor cores;
    private final long quantumNanos;
    private final Map<String, LaneTurns> lanes = new HashMap<>();
    private final Set<LaneTurns> resting = new HashSet<>();
    private final List<LaneTurns> standing = new ArrayList<>();
    private final BlockingQueue<LaneTurns> reported = new LinkedBlockingQueue<>();
    private boolean closed;

    /** @param quantumNanos of a turn, and how long a poll waits; 0 for turns of one step and polls that do not wait */
    CpuTrialArray(Admission admission, Executor cores, long quantumNanos) {
        this.admission = admission;
        this.cores = cores;
        this.quantumNanos = quantumNanos;
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
        LaneTurns turns = new LaneTurns(lane, cores, quantumNanos, reported::add);
        try {
            beginning.of(lane);
            lanes.put(name, turns);
        } finally {
            if (!lanes.containsKey(name)) {
                admission.release(lane);
            }
        }
        turns.goOn();
    }

    @Override
    public void rest(String name) {
        LaneTurns turns = lanes.get(name);
        if (turns != null && resting.add(turns)) {
            turns.halt();
        }
    }

    @Override
    public void wake(String name) {
        LaneTurns turns = lanes.get(name);
        if (turns != null && resting.remove(turns)) {
            turns.goOn();
        }
    }

    @Override
    public void remove(String name) {
        LaneTurns turns = lanes.get(name);
        if (turns != null) {
            leave(turns);
        }
    }

    @Override
    public byte[] checkpoint(String name) {
        LaneTurns turns = lanes.get(name);
        if (turns == null) {
            throw new IllegalArgumentException("lane " + name + " is not in the array; it has " + lanes.keySet());
        }
        turns.halt();
        byte[] checkpoint = turns.lane().checkpoint();
        if (!standing.contains(turns)) {
            goOn(turns);
        }
        return checkpoint;
    }

    @Override
    public List<LaneReport> poll() {
        standing.forEach(this::goOn);
        standing.clear();
        List<LaneReport> reports = new ArrayList<>();
        for (LaneTurns turns = await(); turns != null; turns = reported.poll()) {
            if (lanes.containsValue(turns)) {
                collect(turns, reports);
            }
        }
        return reports;
    }

    private void collect(LaneTurns turns, List<LaneReport> reports) {
        reports.addAll(turns.collect());
        if (turns.hasEnded()) {
            leave(turns);
        } else {
            standing.add(turns);
        }
    }

    /** The first lane that reported; null when none did for a while. */
    private @Nullable LaneTurns await() {
        try {
            return reported.poll(quantumNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void goOn(LaneTurns turns) {
        if (lanes.containsValue(turns) && !resting.contains(turns)) {
            turns.goOn();
        }
    }

    @Override
    public int size() {
        return lanes.size();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            List.copyOf(lanes.values()).forEach(this::leave);
            admission.close();
        }
    }

    private void requireNew(String name) {
        if (closed) {
            throw new IllegalStateException("the array is closed; lane " + name + " cannot join");
        }
        if (lanes.containsKey(name)) {
            throw new IllegalArgumentException("lane must be a name not yet in the array, was " + name);
        }
    }

    private void leave(LaneTurns turns) {
        turns.halt();
        lanes.remove(turns.lane().name());
        resting.remove(turns);
        admission.release(turns.lane());
    }
}
