package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.numeric.Exponential;
import io.sweepforge.search.sampler.support.HashedRandom;

/** Normal distributions cut to [0, 1]. */
final class TruncatedNormal {
    private static final int TRIES = 100;

    private TruncatedNormal() {}

    /** The share of a normal distribution that lies in [0, 1]; its mean must lie there too. */
    static double mass(double mean, double deviation) {
        return 1 - upperTail(mean / deviation) - upperTail((1 - mean) / deviation);
    }

    /** P(Z > z) for z of at least 0; error below 7.5e-8 (Abramowitz and Stegun, 26.2.17). */
    private static double upperTail(double z) {
        if (z > 6) {
            return 0;
        }
        double t = 1 / (1 + 0.2316419 * z);
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Exponential.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) * polynomial;
    }

    static double draw(double mean, double deviation, HashedRandom random) {
        for (int i = 0; i < TRIES; i++) {
            double drawn = mean + deviation * random.gaussian();
            if (drawn >= 0 && drawn <= 1) {
                return drawn;
            }
        }
        return mean;
    }
}
