package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Exponential;
import io.sweepforge.search.numeric.Normal;

/**
 * The logarithm of the chance that a loss is at most a threshold: ln Φ(z), z = (threshold − mean) / s, where s² is the variance of
 * the prediction and of the noise.
 */
record Passing(double log, double byMean, double byDeviation) implements Factor {
    /** @param noise its variance */
    static Passing of(double threshold, double mean, double deviation, double noise) {
        double spread = Math.sqrt(deviation * deviation + noise);
        double z = (threshold - mean) / spread;
        double log = Normal.logCumulative(z);
        double byZ = Exponential.exp(-0.5 * z * z - Normal.LOG_ROOT_2_PI - log);
        return new Passing(log, -byZ / spread, -byZ * z * deviation / (spread * spread));
    }
}
