package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.Values;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.Configuration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a trial is drawn from.
 *
 * @param generation empty when it is one of the first
 * @param forecast what chooses among several draws; empty when the first is taken
 */
record Outlook(Search search, Optional<Generation> generation, Optional<Forecast> forecast) {
    /** What a trial may try. */
    Configuration draw(long seed, int number, int attempt) {
        double[] point = generation
                .map(from -> search.dimensions().draw(from, new HashedRandom(seed, number, attempt)))
                .orElseGet(() -> search.beginning().point(number, attempt));
        return search.dimensions().coordinates().configuration(point);
    }

    /** The one with the least expected loss, or the first without a forecast; empty when there are none. */
    Optional<Configuration> best(List<Configuration> drawn) {
        return forecast.isEmpty()
                ? drawn.stream().findFirst()
                : drawn.stream().min(Comparator.comparingDouble(forecast.get()::loss));
    }

    String reason(int number, int draws) {
        return generation.map(Outlook::reason).orElseGet(() -> firstReason(number))
                + forecast.map(known -> "; the best of %d draws by a model whose rank correlation is %s"
                                .formatted(draws, Values.brief(known.agreement(), 2)))
                        .orElse("");
    }

    private static String reason(Generation generation) {
        return "CMA-ES: generation %d of restart %d, step size %s"
                .formatted(
                        generation.evolution().generation() + 1,
                        generation.restart(),
                        Values.brief(generation.gaussian().meanDeviation(), 2));
    }

    private String firstReason(int number) {
        return number == 0
                ? "CMA-ES: the middle of the ranges, to begin with"
                : "CMA-ES: first points spread evenly, the search begins when %d have finished"
                        .formatted(search.beginning().trials());
    }
}
