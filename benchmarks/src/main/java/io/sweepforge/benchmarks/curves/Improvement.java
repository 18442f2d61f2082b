package io.sweepforge.benchmarks.curves;

/**
 * A new best loss.
 *
 * @param epochs that all trials together had trained by then
 */
record Improvement(int epochs, double loss) {}
