package io.sweepforge.search.scheduler.median;

import io.sweepforge.search.scheduler.ranking.Losses;
import java.util.Arrays;

/**
 * What a trial has shown until some epoch. Immutable.
 *
 * @param last the rung of its latest report, -1 before the first
 * @param reports how many of them were numbers
 * @param best the best loss so far in each objective, NaN before there is one
 * @param sums of all that were numbers
 */
record Course(int last, int reports, double[] best, double[] sums) {
    static Course unknown(int objectives) {
        double[] best = new double[objectives];
        Arrays.fill(best, Double.NaN);
        return new Course(-1, 0, best, new double[objectives]);
    }

    Course with(int rung, double[] losses) {
        if (!Losses.areNumbers(losses)) {
            return new Course(rung, reports, best, sums);
        }
        double[] newBest = losses.clone();
        double[] newSums = losses.clone();
        for (int i = 0; i < losses.length; i++) {
            newBest[i] = best[i] < losses[i] ? best[i] : losses[i];
            newSums[i] += sums[i];
        }
        return new Course(rung, reports + 1, newBest, newSums);
    }

    /** The running average of each objective; NaN before there is one. */
    double[] average() {
        return Arrays.stream(sums).map(sum -> sum / reports).toArray();
    }
}
