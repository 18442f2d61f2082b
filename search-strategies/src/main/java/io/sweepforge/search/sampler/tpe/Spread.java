package io.sweepforge.search.sampler.tpe;

import java.util.List;

/** Distances in units of how widely trials are spread in each parameter; another category is as far as one such unit. */
final class Spread {
    private static final double LEAST = 0.01;

    private final List<TpeDimension> dimensions;
    private final double[] units;

    Spread(List<TpeDimension> dimensions, List<double[]> points) {
        this.dimensions = dimensions;
        this.units = new double[dimensions.size()];
        for (int d = 0; d < units.length; d++) {
            units[d] = Math.max(LEAST, Columns.deviation(Columns.of(points, d)));
        }
    }

    double squaredDistance(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < units.length; d++) {
            if (dimensions.get(d).isCategorical()) {
                sum += one[d] == other[d] ? 0 : 1;
            } else {
                double difference = (one[d] - other[d]) / units[d];
                sum += difference * difference;
            }
        }
        return sum;
    }
}
