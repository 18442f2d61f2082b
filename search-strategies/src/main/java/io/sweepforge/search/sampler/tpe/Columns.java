package io.sweepforge.search.sampler.tpe;

import java.util.List;

/** Points by dimension. */
final class Columns {
    private Columns() {}

    static double[] of(List<double[]> points, int d) {
        double[] column = new double[points.size()];
        for (int k = 0; k < column.length; k++) {
            column[k] = points.get(k)[d];
        }
        return column;
    }

    /** The standard deviation as if there were one more trial, spread over the whole range. */
    static double deviation(double[] column) {
        double mean = 0.5;
        double square = 0.25 + 1 / 12.0;
        for (double value : column) {
            mean += value;
            square += value * value;
        }
        mean /= column.length + 1;
        return Math.sqrt(square / (column.length + 1) - mean * mean);
    }
}
