package io.sweepforge.search.sampler.gp;

/** The logarithm of one factor of an acquisition function, and its derivatives by what the model predicts. */
interface Factor {
    double log();

    /** ∂ log / ∂ mean. */
    double byMean();

    /** ∂ log / ∂ deviation. */
    double byDeviation();
}
