package io.sweepforge.kernels.data;

/**
 * Standardisation of features by their groups: value i of a row belongs to group (i / run) mod groups. A group that
 * never varies is only centred.
 */
final class Scaling {
    private static final double CONSTANT = 1e-12;

    private final double[] mean;
    private final double[] deviation;
    private final int run;

    private Scaling(double[] mean, double[] deviation, int run) {
        this.mean = mean;
        this.deviation = deviation;
        this.run = run;
    }

    /** Mean and standard deviation of each group over the given rows of {@code features} [rows, rowSize]. */
    static Scaling over(float[] features, int rowSize, int[] rows, int groups, int run) {
        double[] mean = new double[groups];
        double[] deviation = new double[groups];
        double each = (double) rows.length * rowSize / groups;
        for (int row : rows) {
            for (int i = 0; i < rowSize; i++) {
                mean[i / run % groups] += features[row * rowSize + i] / each;
            }
        }
        for (int row : rows) {
            for (int i = 0; i < rowSize; i++) {
                int group = i / run % groups;
                double distance = features[row * rowSize + i] - mean[group];
                deviation[group] += distance * distance / each;
            }
        }
        for (int group = 0; group < groups; group++) {
            deviation[group] = divisor(Math.sqrt(deviation[group]), mean[group]);
        }
        return new Scaling(mean, deviation, run);
    }

    void apply(float[] features) {
        int groups = mean.length;
        for (int i = 0; i < features.length; i++) {
            int group = i / run % groups;
            features[i] = (float) ((features[i] - mean[group]) / deviation[group]);
        }
    }

    /** What to divide by: 1 where the deviation is nothing but rounding. */
    static double divisor(double deviation, double mean) {
        return deviation <= CONSTANT * Math.abs(mean) ? 1 : deviation;
    }
}
