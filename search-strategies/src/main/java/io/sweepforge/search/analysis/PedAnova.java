package io.sweepforge.search.analysis;

import java.util.List;

/**
 * PED-ANOVA (Watanabe, Bansal and Hutter, PED-ANOVA: Efficiently quantifying hyperparameter importance in arbitrary
 * subspaces, IJCAI 2023): the Pearson divergence between a parameter's density among the best trials and among all. What
 * a divergence would be on average if the best trials were drawn by lot is taken off, so that a parameter without
 * influence gets about nothing however few trials there are. Densities are taken over cells of the parameter's range.
 */
final class PedAnova implements ImportanceAnalysis.Scoring {
    private static final double BEST_SHARE = 0.1;
    /** As many best trials as this where that is not more than a quarter of all. */
    private static final int ENOUGH_BEST = 10;

    @Override
    public double[] scores(Evidence evidence, int[] parameters) {
        double[] scores = new double[evidence.parameters()];
        int best = best(evidence);
        if (best == evidence.size()) {
            return scores;
        }
        for (int d : parameters) {
            scores[d] = Math.max(0, divergence(evidence, d, best));
        }
        return scores;
    }

    private static int best(Evidence evidence) {
        int size = evidence.size();
        int wanted = Math.max((int) Math.ceil(BEST_SHARE * size), Math.min(ENOUGH_BEST, size / 4));
        return evidence.countUpTo(wanted - 1);
    }

    private static double divergence(Evidence evidence, int d, int best) {
        CellKernel kernel = CellKernel.of(evidence, d, best);
        List<double[]> points = evidence.points();
        double[] good = kernel.counts(points.subList(0, best), d);
        double[] all = kernel.counts(points, d);
        double chance = (points.size() - best) / (best * (points.size() - 1.0));
        double divergence = 0;
        for (int cell = 0; cell < kernel.cells(); cell++) {
            double p = kernel.density(good, best, cell);
            double q = kernel.density(all, points.size(), cell);
            double variance = kernel.squares(all, points.size(), cell) - q * q;
            divergence += ((p - q) * (p - q) - chance * variance) / q;
        }
        return divergence;
    }
}
