package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Exponential;
import io.sweepforge.search.numeric.Normal;

/**
 * The logarithm of the expected improvement on a value (Ament et al., "Unexpected Improvements to Expected Improvement",
 * NeurIPS 2023, arXiv 2310.20708): finite, and with a gradient, also where the improvement itself underflows.
 *
 * <p>With z = (best − mean) / deviation, EI = deviation · h(z), h(z) = φ(z) + z Φ(z), h' = Φ.
 *
 * @param log ln EI
 * @param byMean ∂ ln EI / ∂ mean
 * @param byDeviation ∂ ln EI / ∂ deviation
 */
record Improvement(double log, double byMean, double byDeviation) implements Factor {
    /** Below this h(z) is a small difference of large numbers. */
    private static final double TAIL = -3;

    static Improvement of(double best, double mean, double deviation) {
        double z = (best - mean) / deviation;
        if (z > TAIL) {
            double density = Normal.density(z);
            double cumulative = Normal.cumulative(z);
            double h = density + z * cumulative;
            return of(deviation, StrictMath.log(h), cumulative / h, density / h);
        }
        // Mills' ratio is 1 / (x + c), so h = φ c / (x + c) without cancellation.
        double x = -z;
        double c = Normal.tailFraction(x);
        double logH = -0.5 * z * z - Normal.LOG_ROOT_2_PI + StrictMath.log(c / (x + c));
        return of(deviation, logH, 1 / c, (x + c) / c);
    }

    private static Improvement of(double deviation, double logH, double cumulativeByH, double densityByH) {
        return new Improvement(StrictMath.log(deviation) + logH, -cumulativeByH / deviation, densityByH / deviation);
    }

    double expected() {
        return Exponential.exp(log);
    }
}
