package io.sweepforge.search.scheduler.halving;

/**
 * Where a trial stands at a rung.
 *
 * @param rank from 1
 * @param count trials at the rung, with this one
 * @param factor one in so many goes on, rounded up
 */
record Standing(double loss, int rank, int count, int factor) {
    int places() {
        return (count + factor - 1) / factor;
    }

    /** A loss of NaN never goes on. */
    boolean goesOn() {
        return rank <= places() && !Double.isNaN(loss);
    }
}
