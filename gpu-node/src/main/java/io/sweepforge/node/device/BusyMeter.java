package io.sweepforge.node.device;

import java.util.function.LongSupplier;

/** Measures which share of the time a thread worked. One thread works, any thread reads. */
final class BusyMeter {
    private final LongSupplier nanoTime;
    private long readAt;
    private long busy;
    private long workingSince;
    private boolean working;

    BusyMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.readAt = nanoTime.getAsLong();
    }

    synchronized void begin() {
        working = true;
        workingSince = nanoTime.getAsLong();
    }

    synchronized void end() {
        busy += nanoTime.getAsLong() - workingSince;
        working = false;
    }

    /** Share of the time since the last call, 0 to 1. */
    synchronized double read() {
        long now = nanoTime.getAsLong();
        if (working) {
            busy += now - workingSince;
            workingSince = now;
        }
        double share = now == readAt ? 0 : (double) busy / (now - readAt);
        busy = 0;
        readAt = now;
        return Math.min(1, share);
    }
}
