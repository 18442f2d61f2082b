package io.sweepforge.benchmarks.search;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Medians;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a suggestion costs on 6 floats: telling one finished trial and asking for the next, on one thread, warm, median.
 *
 * @param finished trials told before
 */
record SuggestionCost(String sampler, int finished, double milliseconds) {
    static final Problem PROBLEM = Problems.ackley6();

    private static final int MOST_SUGGESTIONS = 200;
    private static final int FEWEST_SUGGESTIONS = 4;
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;

    static SuggestionCost measure(String sampler, int finished) {
        Sampler search = Samplers.create(sampler, PROBLEM.setup(1, finished + MOST_SUGGESTIONS));
        search.update(new SearchRun(PROBLEM, "random", 1, finished, 1).run(), List.of());
        List<Double> costs = new ArrayList<>();
        long deadline = System.nanoTime() + MOST_NANOS;
        while (costs.size() < FEWEST_SUGGESTIONS || (costs.size() < MOST_SUGGESTIONS && System.nanoTime() < deadline)) {
            costs.add(suggest(search, finished + costs.size()) / NANOS_PER_MILLI);
        }
        List<Double> warm = costs.subList(costs.size() / 2, costs.size());
        return new SuggestionCost(sampler, finished, Medians.of(warm.stream().mapToDouble(cost -> cost)));
    }

    /** In nanoseconds. */
    private static long suggest(Sampler search, int number) {
        long start = System.nanoTime();
        Configuration configuration = search.suggest(number).orElseThrow().configuration();
        long suggested = System.nanoTime() - start;
        FinishedTrial trial = PROBLEM.evaluate(1, number, configuration);
        start = System.nanoTime();
        search.update(List.of(trial), List.of());
        return suggested + System.nanoTime() - start;
    }
}
