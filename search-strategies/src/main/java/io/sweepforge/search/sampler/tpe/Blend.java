package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.numeric.Exponential;

/**
 * A joint density, which knows how parameters go together, mixed with a product of one density per parameter, which learns
 * faster where they do not.
 *
 * @param jointShare in (0, 1)
 */
record Blend(double jointShare) {
    /** How many trials the belief that both are as good is worth. */
    private static final double PRIOR = 2;

    private static final int STEPS = 20;

    /**
     * The shares under which trials are likeliest, each judged by densities made without it: expectation maximisation,
     * from and with a prior towards halves.
     *
     * @param advantage for each trial the logarithm of the joint density less that of the product
     */
    static Blend learn(double[] advantage) {
        double share = 0.5;
        for (int step = 0; step < STEPS; step++) {
            double joint = PRIOR / 2;
            for (double each : advantage) {
                joint += 1 / (1 + (1 - share) / share * Exponential.exp(-each));
            }
            share = joint / (advantage.length + PRIOR);
        }
        return new Blend(share);
    }

    /** The logarithm of the mixture of two densities, given their logarithms. */
    double log(double joint, double product) {
        double max = Math.max(joint, product);
        double sum = jointShare * Exponential.exp(joint - max) + (1 - jointShare) * Exponential.exp(product - max);
        return max + StrictMath.log(sum);
    }
}
