package io.sweepforge.search.sampler.cmaes;

/** How alike the losses of two points are expected to be, by the steps that lead to them from the middle. */
enum Kernel {
    /** Losses are a quadratic function. */
    QUADRATIC {
        @Override
        double of(double[] a, double[] b) {
            double product = 0;
            for (int i = 0; i < a.length; i++) {
                product += a[i] * b[i];
            }
            return product + product * product / 2;
        }
    },
    /** Losses are a smooth function of any form. */
    SMOOTH {
        @Override
        double of(double[] a, double[] b) {
            return StrictMath.exp(-squaredDistance(a, b) / (2 * LENGTH * LENGTH * a.length));
        }
    };

    /** Over which losses change, in standard deviations of the distribution and for each dimension. */
    private static final double LENGTH = 2;

    abstract double of(double[] a, double[] b);

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
