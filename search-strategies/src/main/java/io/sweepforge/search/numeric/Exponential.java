package io.sweepforge.search.numeric;

/**
 * The exponential function, faster than {@link StrictMath#exp} and as repeatable: only additions and multiplications,
 * which Java 17 rounds the same everywhere. Relative error below 1e-15.
 */
public final class Exponential {
    private static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts, the first with trailing zeros so that its product with an integer is exact. */
    private static final double LN2_HIGH = 0x1.62e42fefa0000p-1;

    private static final double LN2_LOW = 0x1.cf79abc9e3b39p-40;
    private static final double ROUND = 0x1.8p52;
    private static final double LEAST = -708;
    private static final double MOST = 709;

    private Exponential() {}

    /** e^x; 0 below -708 and infinite above 709, where e^x leaves or nears the end of the normal numbers. */
    public static double exp(double x) {
        if (!(x >= LEAST)) {
            return Double.isNaN(x) ? x : 0;
        }
        if (x > MOST) {
            return Double.POSITIVE_INFINITY;
        }
        double k = (x * LOG2_E + ROUND) - ROUND;
        double r = (x - k * LN2_HIGH) - k * LN2_LOW;
        return polynomial(r) * Double.longBitsToDouble((1023 + (long) k) << 52);
    }

    /** The Taylor series up to r^13, for |r| of at most ln 2 / 2, where the rest is below 2^-57. */
    private static double polynomial(double r) {
        double p = 1.0 / 6227020800.0;
        p = p * r + 1.0 / 479001600.0;
        p = p * r + 1.0 / 39916800.0;
        p = p * r + 1.0 / 3628800.0;
        p = p * r + 1.0 / 362880.0;
        p = p * r + 1.0 / 40320.0;
        p = p * r + 1.0 / 5040.0;
        p = p * r + 1.0 / 720.0;
        p = p * r + 1.0 / 120.0;
        p = p * r + 1.0 / 24.0;
        p = p * r + 1.0 / 6.0;
        p = p * r + 0.5;
        p = p * r + 1;
        return p * r + 1;
    }
}
