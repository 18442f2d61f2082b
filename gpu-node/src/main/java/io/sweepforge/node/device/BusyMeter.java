package io.sweepforge.node.device;

import java.util.function.LongSupplier;

/** Which share of the time something worked, between one reading and the next. Any thread may read. */
final class BusyMeter {
    private final LongSupplier nanoTime;
    private final LongSupplier busyNanos;
    private long timeRead;
    private long busyRead;

    /** @param busyNanos how long it has worked until now; may run behind the clock by a little */
    BusyMeter(LongSupplier nanoTime, LongSupplier busyNanos) {
        this.nanoTime = nanoTime;
        this.busyNanos = busyNanos;
        this.timeRead = nanoTime.getAsLong();
        this.busyRead = busyNanos.getAsLong();
    }

    /** Share of the time since the last call, 0 to 1. */
    synchronized double read() {
        long time = nanoTime.getAsLong();
        long busy = busyNanos.getAsLong();
        double share = time == timeRead ? 0 : (double) (busy - busyRead) / (time - timeRead);
        timeRead = time;
        busyRead = busy;
        return Math.min(1, share);
    }
}
