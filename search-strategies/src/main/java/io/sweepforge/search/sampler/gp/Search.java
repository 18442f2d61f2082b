package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for the configuration with the best acquisition. */
final class Search {
    private static final int EVERYWHERE = 1_000;
    private static final int AROUND = 500;
    private static final int CLIMBS = 3;
    /** How many of the best are looked at for one that is new and allowed. */
    private static final int CHOICES = 100;

    private final PointSpace space;
    private final Acquisition acquisition;
    private final Candidates candidates;

    Search(PointSpace space, Acquisition acquisition, HashedRandom random) {
        this.space = space;
        this.acquisition = acquisition;
        this.candidates = new Candidates(space, random);
    }

    /**
     * The best acceptable configuration that was found.
     *
     * @param best points of the best trials
     */
    Optional<Configuration> run(List<double[]> best, Predicate<Configuration> acceptable) {
        List<Peak> wide = scored(candidates.everywhere(EVERYWHERE));
        List<Peak> near = scored(candidates.around(best, AROUND));
        List<Peak> peaks = new ArrayList<>(wide);
        peaks.addAll(near);
        Climb climb = new Climb(space, acquisition, candidates);
        wide.stream().limit(CLIMBS).map(climb::from).forEach(peaks::add);
        near.stream().limit(CLIMBS).map(climb::from).forEach(peaks::add);
        return peaks.stream()
                .sorted(Peak.HIGHEST_FIRST)
                .limit(CHOICES)
                .map(peak -> space.configuration(space.snap(peak.genes())))
                .filter(acceptable)
                .findFirst();
    }

    private List<Peak> scored(List<double[]> genes) {
        return genes.stream()
                .filter(each -> space.allows(space.snap(each)))
                .map(each -> new Peak(each, acquisition.at(space.snap(each))))
                .sorted(Peak.HIGHEST_FIRST)
                .toList();
    }

    /** Genes with the acquisition at their point. */
    record Peak(double[] genes, double value) {
        static final Comparator<Peak> HIGHEST_FIRST =
                Comparator.comparingDouble(Peak::value).reversed();
    }
}
