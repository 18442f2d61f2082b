package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.sobol.SobolSequence;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.ArrayList;
import java.util.List;

/** Where the search for the best acquisition begins: points all over the space, and points around the best trials. */
final class Candidates {
    private static final double[] WIDTHS = {0.3, 0.1, 0.03, 0.01, 0.003};
    private static final double FLIP = 0.2;

    private final PointSpace space;
    private final HashedRandom random;

    Candidates(PointSpace space, HashedRandom random) {
        this.space = space;
        this.random = random;
    }

    List<double[]> everywhere(int count) {
        SobolSequence sequence = new SobolSequence(space.size(), random.bits());
        List<double[]> genes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            genes.add(space.genes(sequence.point(i)));
        }
        return genes;
    }

    List<double[]> around(List<double[]> best, int count) {
        List<double[]> genes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            genes.add(near(space.genesOf(best.get(i % best.size())), i / best.size()));
        }
        return genes;
    }

    /** Genes some way from given ones; how far takes turns. */
    double[] near(double[] genes, int turn) {
        double width = WIDTHS[turn % WIDTHS.length];
        double[] moved = genes.clone();
        for (int d = 0; d < genes.length; d++) {
            if (space.isCategorical(d)) {
                moved[d] = random.unit() < FLIP ? random.below((int) space.values(d)) : genes[d];
            } else {
                moved[d] = Math.min(1, Math.max(0, genes[d] + width * random.gaussian()));
            }
        }
        return moved;
    }
}
