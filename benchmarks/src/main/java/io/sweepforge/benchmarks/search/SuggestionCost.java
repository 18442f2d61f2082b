package io.sweepforge.benchmarks.search;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Medians;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import java.util.ArrayList;
import java.util.List;

/**
 * What a suggestion costs on 6 floats: telling one finished trial and asking for the next, on one thread, warm, median over
 * histories of the same length.
 *
 * @param finished trials of the history, the one that is told included
 */
record SuggestionCost(String sampler, int finished, double milliseconds) {
    static final Problem PROBLEM = Problems.ackley6();

    private static final int MOST_HISTORIES = 200;
    private static final int FEWEST_HISTORIES = 8;
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;

    static SuggestionCost measure(String sampler, int finished) {
        List<Double> costs = new ArrayList<>();
        long deadline = System.nanoTime() + MOST_NANOS;
        while (costs.size() < FEWEST_HISTORIES || (costs.size() < MOST_HISTORIES && System.nanoTime() < deadline)) {
            costs.add(suggest(sampler, costs.size(), finished) / NANOS_PER_MILLI);
        }
        List<Double> warm = costs.subList(costs.size() / 2, costs.size());
        return new SuggestionCost(sampler, finished, Medians.of(warm.stream().mapToDouble(cost -> cost)));
    }

    /** In nanoseconds. What the sampler keeps from one suggestion to the next it has, from the trial before. */
    private static long suggest(String sampler, int seed, int finished) {
        Sampler search = Samplers.create(sampler, PROBLEM.setup(seed, finished + 1));
        List<FinishedTrial> history = new SearchRun(PROBLEM, "random", seed, finished, 1).run();
        search.update(history.subList(0, finished - 1), List.of());
        search.suggest(finished - 1);
        long start = System.nanoTime();
        search.update(history.subList(finished - 1, finished), List.of());
        search.suggest(finished);
        return System.nanoTime() - start;
    }
}
