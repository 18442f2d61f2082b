package io.sweepforge.search.sampler.gp;

import java.util.List;
import java.util.stream.Collectors;

/** A fitted process, the scale of its targets and what it was fitted to. */
record Model(Posterior posterior, OutputScale scale, List<Evidence> evidence) {
    /** The points of the best trials. */
    List<double[]> best(int count) {
        return evidence.stream()
                .sorted(Evidence.BEST_FIRST)
                .limit(count)
                .map(Evidence::point)
                .collect(Collectors.toList());
    }
}
