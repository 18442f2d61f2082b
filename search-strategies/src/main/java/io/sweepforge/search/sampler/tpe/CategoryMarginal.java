package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.sampler.support.HashedRandom;

/** How often each category was taken, where every trial gives some of its weight to all of them, and a prior all of it. */
final class CategoryMarginal implements SampledMarginal {
    private final double[] column;
    private final double[] counts;
    private final double prior;

    /** @param column a category for each trial */
    CategoryMarginal(double[] column, int choices) {
        this.column = column;
        double stray = Kernels.strayMass(choices, column.length);
        this.prior = (1 + column.length * stray) / choices;
        this.counts = new double[choices];
        for (double category : column) {
            counts[(int) category] += 1 - stray;
        }
    }

    @Override
    public double log(double value) {
        return StrictMath.log((prior + counts[(int) value]) / (column.length + 1));
    }

    @Override
    public double logWithout(int trial) {
        double own = 1 - Kernels.strayMass(counts.length, column.length);
        return StrictMath.log((prior + counts[(int) column[trial]] - own) / column.length);
    }

    @Override
    public double draw(HashedRandom random) {
        double left = random.unit() * (column.length + 1);
        int category = 0;
        while (category < counts.length - 1 && left >= prior + counts[category]) {
            left -= prior + counts[category++];
        }
        return category;
    }
}
