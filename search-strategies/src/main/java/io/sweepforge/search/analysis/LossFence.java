package io.sweepforge.search.analysis;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The worst loss that is told from worse ones: as far above the median as twice the best lies below it, so that a few
 * trials that went astray do not make all others look alike; the worst there is when that is better.
 */
public final class LossFence {
    private static final double REACH = 2;

    private LossFence() {}

    /** @return NaN when no loss is finite */
    public static double of(DoubleStream losses) {
        double[] sorted = losses.filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double median = sorted[sorted.length / 2];
        double worst = sorted[sorted.length - 1];
        return Math.min(worst, median + REACH * (median - sorted[0]));
    }

    /** The losses with everything beyond the fence, NaN and infinite ones too, brought to it. */
    static double[] clipped(double[] losses) {
        double fence = of(Arrays.stream(losses));
        return Arrays.stream(losses).map(loss -> loss < fence ? loss : fence).toArray();
    }
}
