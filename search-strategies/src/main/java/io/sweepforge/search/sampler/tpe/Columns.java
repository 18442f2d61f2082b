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
}
