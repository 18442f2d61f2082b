package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.numeric.Exponential;

/** Normal kernels of one width and a uniform prior, summed once over a table: takes many trials without effort. */
final class TableMarginal implements Marginal {
    private static final int CELLS = 256;
    /** In units of the width. */
    private static final double REACH = 4;

    private final double[] density = new double[CELLS];

    TableMarginal(double[] column, double width) {
        double[] kernel = kernel(width);
        double[] counts = new double[CELLS];
        for (double value : column) {
            counts[Math.min(CELLS - 1, (int) (value * CELLS))]++;
        }
        for (int cell = 0; cell < CELLS; cell++) {
            if (counts[cell] > 0) {
                add(counts[cell], cell, kernel);
            }
        }
        for (int cell = 0; cell < CELLS; cell++) {
            density[cell] = (density[cell] * CELLS + 1) / (column.length + 1);
        }
    }

    private static double[] kernel(double width) {
        double[] kernel = new double[(int) Math.ceil(REACH * width * CELLS) + 1];
        for (int i = 0; i < kernel.length; i++) {
            double z = i / (width * CELLS);
            kernel[i] = Exponential.exp(-0.5 * z * z);
        }
        return kernel;
    }

    /** Spreads a count so that nothing of it is lost at the ends. */
    private void add(double count, int cell, double[] kernel) {
        int from = Math.max(0, cell - kernel.length + 1);
        int to = Math.min(CELLS, cell + kernel.length);
        double mass = 0;
        for (int i = from; i < to; i++) {
            mass += kernel[Math.abs(i - cell)];
        }
        for (int i = from; i < to; i++) {
            density[i] += count * kernel[Math.abs(i - cell)] / mass;
        }
    }

    @Override
    public double log(double value) {
        double at = Math.max(0, Math.min(CELLS - 1.0, value * CELLS - 0.5));
        int left = Math.min(CELLS - 2, (int) at);
        double share = at - left;
        return StrictMath.log((1 - share) * density[left] + share * density[left + 1]);
    }
}
