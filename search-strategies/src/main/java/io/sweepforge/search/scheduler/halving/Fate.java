package io.sweepforge.search.scheduler.halving;

/** What becomes of a trial at a rung. */
enum Fate {
    GOES_ON,
    WAITS,
    ENDS
}
