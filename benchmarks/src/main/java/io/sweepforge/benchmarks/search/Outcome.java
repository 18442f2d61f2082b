package io.sweepforge.benchmarks.search;

import java.util.List;

/**
 * How far from the best a sampler was on one problem.
 *
 * @param trials after how many trials
 * @param medians regret after so many, median over the seeds
 * @param seedRegrets the same of each seed
 */
record Outcome(
        String problem,
        String sampler,
        int seeds,
        int workers,
        List<Integer> trials,
        List<Double> medians,
        List<List<Double>> seedRegrets) {
    /** The median after some trials, NaN when that was not measured. */
    double after(int budget) {
        int at = trials.indexOf(budget);
        return at < 0 ? Double.NaN : medians.get(at);
    }

    /** The longest search that was measured. */
    int budget() {
        return trials.get(trials.size() - 1);
    }

    /** The median after it. */
    double last() {
        return medians.get(medians.size() - 1);
    }
}
