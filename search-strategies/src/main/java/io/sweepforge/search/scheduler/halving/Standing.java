package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.scheduler.ranking.Losses;

/**
 * Where a trial stands at a rung.
 *
 * @param rank from 1
 * @param count trials at the rung, with this one
 * @param places how many of them go on
 * @param room whether a place is left for it
 */
record Standing(int number, double[] losses, int rank, int count, int places, boolean room) {
    boolean isAmongTheBest() {
        return rank <= places;
    }

    /** What is not a number never goes on. */
    boolean goesOn() {
        return isAmongTheBest() && room && Losses.areNumbers(losses);
    }
}
