package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.sampler.support.HashedRandom;

/** The density of one parameter over few trials, which can be drawn from. */
interface SampledMarginal extends Marginal {
    double draw(HashedRandom random);

    /** The logarithm of the density at the value of one trial as it were without that trial. */
    double logWithout(int trial);
}
