package io.sweepforge.kernels.array;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Cores of this machine that the lanes of one or more trial arrays share: first come, first served. A lane comes back to
 * the end of the line after every quantum, so that a long trial never holds up a short one, and a core whose lane has left
 * takes the next one at once.
 */
public final class Cores implements Executor, AutoCloseable {
    private final int count;
    private final ExecutorService threads;
    private final LongAdder busyNanos = new LongAdder();

    /** @param count from 1 */
    public Cores(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
        AtomicInteger number = new AtomicInteger();
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count, work -> daemon(work, number.getAndIncrement()));
    }

    /** A core that nobody closes does not keep the process alive. */
    private static Thread daemon(Runnable work, int number) {
        Thread thread = new Thread(work, "core-" + number);
        thread.setDaemon(true);
        return thread;
    }

    public int count() {
        return count;
    }

    @Override
    public void execute(Runnable quantum) {
        threads.execute(() -> {
            long begin = System.nanoTime();
            quantum.run();
            busyNanos.add(System.nanoTime() - begin);
        });
    }

    /** How long all cores together have worked, counted after each quantum. */
    public long busyNanos() {
        return busyNanos.sum();
    }

    /** Ends the threads after what they are doing; what waits is dropped. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
