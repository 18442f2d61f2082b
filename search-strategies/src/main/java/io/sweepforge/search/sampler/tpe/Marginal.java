package io.sweepforge.search.sampler.tpe;

/** The density of one parameter. */
interface Marginal {
    /** Its logarithm at an encoded value. */
    double log(double value);
}
