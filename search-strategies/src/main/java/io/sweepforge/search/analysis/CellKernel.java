package io.sweepforge.search.analysis;

import io.sweepforge.search.numeric.Exponential;
import io.sweepforge.search.sampler.support.Coordinates;
import java.util.List;

/**
 * A kernel density over the cells of one parameter's range: each value counts in its own cell and, when values have an
 * order, in the neighbouring ones by a normal curve; a little counts everywhere, as of one more value that is uniform.
 */
final class CellKernel {
    private static final int MOST_CELLS = 50;

    private final double[][] weights;
    private final boolean categorical;

    private CellKernel(double[][] weights, boolean categorical) {
        this.weights = weights;
        this.categorical = categorical;
    }

    /** As wide as Scott's rule asks for the best trials. */
    static CellKernel of(Evidence evidence, int d, int best) {
        Coordinates coordinates = evidence.coordinates();
        boolean categorical = coordinates.isCategorical(d);
        long values = coordinates.values(d);
        int cells = (int) (categorical || (values > 0 && values < MOST_CELLS) ? values : MOST_CELLS);
        double width = categorical ? 0 : spread(evidence.points().subList(0, best), d) * StrictMath.pow(best, -0.2);
        double[][] weights = new double[cells][];
        for (int cell = 0; cell < cells; cell++) {
            weights[cell] = weights(cell, cells, Math.max(width * cells, 0.5), best, categorical);
        }
        return new CellKernel(weights, categorical);
    }

    private static double spread(List<double[]> points, int d) {
        double mean = points.stream().mapToDouble(point -> point[d]).sum() / points.size();
        double squares = points.stream()
                .mapToDouble(point -> (point[d] - mean) * (point[d] - mean))
                .sum();
        return Math.sqrt(squares / points.size());
    }

    private static double[] weights(int from, int cells, double width, int best, boolean categorical) {
        double[] weights = new double[cells];
        double sum = 0;
        for (int cell = 0; cell < cells; cell++) {
            double distance = (cell - from) / width;
            double other = categorical ? 0 : Exponential.exp(-0.5 * distance * distance);
            weights[cell] = cell == from ? 1 : other;
            sum += weights[cell];
        }
        for (int cell = 0; cell < cells; cell++) {
            weights[cell] = (best * weights[cell] / sum + 1.0 / cells) / (best + 1);
        }
        return weights;
    }

    int cells() {
        return weights.length;
    }

    /** How many points lie in each cell. */
    double[] counts(List<double[]> points, int d) {
        double[] counts = new double[cells()];
        for (double[] point : points) {
            double cell = categorical ? point[d] : Math.floor(point[d] * cells());
            counts[(int) Math.min(cells() - 1.0, Math.max(0, cell))]++;
        }
        return counts;
    }

    /** The mean weight that points have in a cell. */
    double density(double[] counts, int points, int cell) {
        double sum = 0;
        for (int from = 0; from < cells(); from++) {
            sum += counts[from] * weights[from][cell];
        }
        return sum / points;
    }

    /** The mean squared weight that points have in a cell. */
    double squares(double[] counts, int points, int cell) {
        double sum = 0;
        for (int from = 0; from < cells(); from++) {
            sum += counts[from] * weights[from][cell] * weights[from][cell];
        }
        return sum / points;
    }
}
