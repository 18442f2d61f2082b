package io.sweepforge.search.sampler.cmaes;

import java.util.List;

/**
 * Where the search stands. Immutable.
 *
 * @param start the first trial number that is taken for one of its members
 * @param population how many members it has
 * @param restart how often the search began anew
 * @param evolution of the numeric parameters
 * @param categories of the others
 * @param parents trials of earlier generations that may still be selected, the latest first
 * @param bests the best loss of each earlier generation since the last restart, the latest last
 */
record Generation(
        int start,
        int population,
        int restart,
        Evolution evolution,
        Categories categories,
        List<Member> parents,
        List<Double> bests) {
    /** Updates since the last restart for which a trial may be selected again. */
    private static final int MAX_AGE = 3;

    Generation {
        parents = List.copyOf(parents.subList(0, Math.min(parents.size(), MAX_AGE * population)));
        int forgotten = bests.size() - patience(evolution.gaussian().dimensions(), population);
        bests = List.copyOf(bests.subList(Math.max(0, forgotten), bests.size()));
    }

    /** The first one after a start. */
    static Generation first(
            int start, int population, int restart, Gaussian gaussian, Categories categories, List<Member> parents) {
        return new Generation(start, population, restart, Evolution.from(gaussian), categories, parents, List.of());
    }

    Gaussian gaussian() {
        return evolution.gaussian();
    }

    /** Whether the best losses of so many generations are kept that they should differ (tutorial, appendix B.3). */
    boolean hasLongHistory() {
        return bests.size() == patience(gaussian().dimensions(), population);
    }

    private static int patience(int dimensions, int population) {
        return 10 + (30 * dimensions + population - 1) / population;
    }
}
