package io.sweepforge.benchmarks.curves;

/** The learning curve of one trial, seen as far as it was trained. */
interface Curve extends AutoCloseable {
    /** Trains one more epoch and answers the loss after it, NaN when training diverged. */
    double next();

    @Override
    void close();
}
