package io.sweepforge.kernels.array;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A lane that takes turns with others on an executor. In each turn it trains for a quantum, at least one step and at most
 * until it has something to report; then it stands where it reported until it is told to go on. Told to halt, it stops
 * within a step.
 *
 * <p>A core holds this object's monitor for the length of a turn; everybody else who touches the lane halts it first.
 */
final class LaneTurns {
    private final Lane lane;
    private final Executor cores;
    private final long quantumNanos;
    private final Consumer<LaneTurns> listener;
    private final List<LaneReport> reports = new ArrayList<>();
    private volatile boolean halted = true;
    private boolean waiting;
    private boolean ended;

    /**
     * Begins halted.
     *
     * @param quantumNanos 0 for one step
     * @param listener told from any thread when there is something to {@link #collect}
     */
    LaneTurns(Lane lane, Executor cores, long quantumNanos, Consumer<LaneTurns> listener) {
        this.lane = lane;
        this.cores = cores;
        this.quantumNanos = quantumNanos;
        this.listener = listener;
    }

    Lane lane() {
        return lane;
    }

    /** Returns once the lane stands between two steps. */
    void halt() {
        halted = true;
        synchronized (this) {
            // Whoever trained has seen the mark and left.
        }
    }

    /** Lets it take turns, unless it stands where it reported. */
    synchronized void goOn() {
        halted = false;
        queue();
    }

    private void queue() {
        if (!waiting && !ended && reports.isEmpty()) {
            waiting = true;
            cores.execute(this::turn);
        }
    }

    /** Takes what it reported; it stands there until {@link #goOn}. */
    synchronized List<LaneReport> collect() {
        List<LaneReport> collected = List.copyOf(reports);
        reports.clear();
        return collected;
    }

    /** Whether it has no more to do. */
    synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void turn() {
        waiting = false;
        if (halted) {
            return;
        }
        ended = !train();
        if (!reports.isEmpty()) {
            halted = true;
            listener.accept(this);
        } else if (!halted) {
            queue();
        }
    }

    /** Whether there is more to do after this turn. */
    private boolean train() {
        long begin = System.nanoTime();
        try {
            boolean goesOn;
            do {
                goesOn = lane.advance(reports);
            } while (goesOn && reports.isEmpty() && !halted && System.nanoTime() - begin < quantumNanos);
            return goesOn;
        } catch (RuntimeException | Error e) {
            reports.add(new LaneReport.Failed(lane.name(), LaneFailures.causeOf(e), "a training step failed: " + e));
        }
        return false;
    }
}
