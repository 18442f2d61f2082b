package io.sweepforge.search.numeric;

/** The standard normal distribution. */
public final class NormalDistribution {
    private static final double[] CENTRAL_TOP = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] CENTRAL_BOTTOM = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_TOP = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_BOTTOM = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };
    private static final double TAIL = 0.02425;

    private NormalDistribution() {}

    /** P(Z > z); error below 7.5e-8 (Abramowitz and Stegun, 26.2.17). */
    public static double upperTail(double z) {
        if (z < 0) {
            return 1 - upperTail(-z);
        }
        double t = 1 / (1 + 0.2316419 * z);
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Exponential.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) * polynomial;
    }

    /**
     * The z with P(Z > z) = p; relative error below 1.2e-9 (Acklam's rational approximation, 2003).
     *
     * @param p in (0, 1)
     */
    public static double upperQuantile(double p) {
        if (p > 0.5) {
            return -upperQuantile(1 - p);
        }
        if (p < TAIL) {
            double q = Math.sqrt(-2 * StrictMath.log(p));
            return -polynomial(TAIL_TOP, q) / polynomial(TAIL_BOTTOM, q);
        }
        double q = 0.5 - p;
        return q * polynomial(CENTRAL_TOP, q * q) / polynomial(CENTRAL_BOTTOM, q * q);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
