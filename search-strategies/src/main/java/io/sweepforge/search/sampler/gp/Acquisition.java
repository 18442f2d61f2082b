package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.gp.Posterior.Prediction;

/** How much a point promises: the logarithm of its expected improvement on the best so far. */
record Acquisition(Posterior posterior, double best) {
    double at(double[] point) {
        Prediction prediction = posterior.at(point);
        return Improvement.of(best, prediction.mean(), prediction.deviation()).log();
    }

    /** Fills the gradient by coordinates, and answers the value. */
    double at(double[] point, double[] gradient) {
        Prediction prediction = posterior.at(point);
        Improvement improvement = Improvement.of(best, prediction.mean(), prediction.deviation());
        double[] slope = prediction.gradient(improvement.byMean(), improvement.byDeviation());
        System.arraycopy(slope, 0, gradient, 0, slope.length);
        return improvement.log();
    }
}
