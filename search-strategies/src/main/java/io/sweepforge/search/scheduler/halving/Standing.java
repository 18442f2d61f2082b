package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.scheduler.ranking.Losses;

/**
 * Where a trial stands at a rung.
 *
 * @param rank from 1
 * @param count trials at the rung, with this one
 * @param places how many of them go on
 */
record Standing(int number, double[] losses, int rank, int count, int places) {
    /** What is not a number never goes on. */
    boolean goesOn() {
        return rank <= places && Losses.areNumbers(losses);
    }
}
