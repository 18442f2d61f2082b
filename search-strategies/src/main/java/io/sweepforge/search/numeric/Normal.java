package io.sweepforge.search.numeric;

/** The standard normal distribution. */
public final class Normal {
    /** ln √(2π). */
    public static final double LOG_ROOT_2_PI = 0.9189385332046727;

    /** Beyond this many deviations the continued fraction converges faster than the series. */
    private static final double TAIL = 2.5;

    private static final int FRACTION_DEPTH = 50;
    private static final int BISECTIONS = 60;
    private static final double MOST = 9;

    private Normal() {}

    /** φ(z). */
    public static double density(double z) {
        return Exponential.exp(-0.5 * z * z - LOG_ROOT_2_PI);
    }

    /** Φ(z), to about 1e-15 relative also far in the lower tail. */
    public static double cumulative(double z) {
        if (z < -TAIL) {
            return density(z) / (-z + tailFraction(-z));
        }
        return z > TAIL ? 1 - cumulative(-z) : 0.5 + density(z) * series(z);
    }

    /** ln Φ(z), also where Φ(z) is too small for a number. */
    public static double logCumulative(double z) {
        return z < -TAIL
                ? -0.5 * z * z - LOG_ROOT_2_PI - StrictMath.log(-z + tailFraction(-z))
                : StrictMath.log(cumulative(z));
    }

    /** z + z³/3 + z⁵/(3·5) + … (Marsaglia, "Evaluating the normal distribution", 2004). */
    private static double series(double z) {
        double sum = z;
        double term = z;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return sum;
    }

    /**
     * 1/(x + 2/(x + 3/(x + …))), so that Mills' ratio Φ(−x)/φ(x) is 1/(x + this) (Abramowitz and Stegun, 26.2.14).
     *
     * @param x at least 2
     */
    public static double tailFraction(double x) {
        double fraction = 0;
        for (int k = FRACTION_DEPTH; k >= 1; k--) {
            fraction = k / (x + fraction);
        }
        return fraction;
    }

    /** The z for which Φ(z) is p, by bisection. */
    public static double quantile(double p) {
        double low = -MOST;
        double high = MOST;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            boolean below = cumulative(middle) < p;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return 0.5 * (low + high);
    }
}
