package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.numeric.Exponential;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;

/**
 * Normal kernels as wide as the larger distance to the two neighbours (Bergstra et al., NeurIPS 2011), clipped from below,
 * and a uniform prior. Takes time for each kernel, so for few trials.
 */
final class GapMarginal implements SampledMarginal {
    private static final double LEAST = 0.01;

    private final double[] column;
    private final double[] widths;
    /** Of kernels at their mean. */
    private final double[] heights;

    /** @param cell the width of one value's share of [0, 1], 0 when continuous */
    GapMarginal(double[] column, double cell) {
        this.column = column;
        int count = column.length;
        double least = Math.max(Math.max(cell / 2, LEAST), 1.0 / (count + 2));
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        this.widths = new double[count];
        this.heights = new double[count];
        for (int k = 0; k < count; k++) {
            widths[k] = Math.max(least, gap(sorted, column[k]));
            heights[k] = 1 / (widths[k] * TruncatedNormal.mass(column[k], widths[k]) * Math.sqrt(2 * Math.PI));
        }
    }

    private static double gap(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        double below = at == 0 ? 0 : sorted[at - 1];
        double above = at == sorted.length - 1 ? 1 : sorted[at + 1];
        return Math.max(value - below, above - value);
    }

    @Override
    public double log(double value) {
        return StrictMath.log(sum(value, -1) / (column.length + 1));
    }

    @Override
    public double logWithout(int trial) {
        return StrictMath.log(sum(column[trial], trial) / column.length);
    }

    private double sum(double value, int without) {
        double sum = 1;
        for (int k = 0; k < column.length; k++) {
            double z = (value - column[k]) / widths[k];
            sum += k == without ? 0 : heights[k] * Exponential.exp(-0.5 * z * z);
        }
        return sum;
    }

    @Override
    public double draw(HashedRandom random) {
        int k = random.below(column.length + 1);
        return k == column.length ? random.unit() : TruncatedNormal.draw(column[k], widths[k], random);
    }
}
