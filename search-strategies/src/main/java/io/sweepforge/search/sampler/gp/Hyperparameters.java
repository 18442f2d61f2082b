package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Exponential;

/**
 * What shapes the process, as logarithms in one vector: a length scale per parameter, the variance of the signal, the
 * variance of what early losses have of their own (see {@link Kernel}), the variance of the noise.
 */
record Hyperparameters(double[] logs) {
    /** Keeps the covariance matrix positive definite when trials are nearly the same. */
    private static final double LEAST_NOISE = 1e-8;

    static int count(int dimensions) {
        return dimensions + 3;
    }

    int varianceIndex() {
        return logs.length - 3;
    }

    int earlyVarianceIndex() {
        return logs.length - 2;
    }

    int noiseIndex() {
        return logs.length - 1;
    }

    double length(int d) {
        return Exponential.exp(logs[d]);
    }

    double variance() {
        return Exponential.exp(logs[varianceIndex()]);
    }

    double earlyVariance() {
        return Exponential.exp(logs[earlyVarianceIndex()]);
    }

    /** The part of the noise that is learned. */
    double fittedNoise() {
        return Exponential.exp(logs[noiseIndex()]);
    }

    double noise() {
        return fittedNoise() + LEAST_NOISE;
    }
}
