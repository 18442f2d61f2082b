package io.sweepforge.search.analysis;

import io.sweepforge.search.sampler.support.HashedRandom;

/**
 * Functional ANOVA (Hutter, Hoos and Leyton-Brown, An efficient approach for assessing hyperparameter importance, ICML
 * 2014): a random forest learns the loss; the variance of its mean over all other parameters is a parameter's
 * importance, exact for the forest, under the uniform distribution on the parameters' scales.
 *
 * <p>A loss counts at most as far above the median as twice the best lies below it (see {@link LossFence}); a trial
 * without a number counts as that bad.
 */
final class Fanova implements ImportanceAnalysis.Scoring {
    private static final int TREES = 24;

    private final long seed;

    Fanova(long seed) {
        this.seed = seed;
    }

    @Override
    public double[] scores(Evidence evidence, int[] parameters) {
        TrainingSet set = TrainingSet.of(evidence, parameters);
        Marginal[] marginals = new Marginal[parameters.length];
        for (int i = 0; i < marginals.length; i++) {
            marginals[i] = new Marginal();
        }
        for (int tree = 0; tree < TREES; tree++) {
            new RegressionTree(set, new HashedRandom(seed, tree, 0), marginals).grow();
        }
        double[] scores = new double[evidence.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            scores[parameters[i]] = marginals[i].variance() / (TREES * TREES);
        }
        return scores;
    }
}
