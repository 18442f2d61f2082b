package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.gp.Posterior.Prediction;
import java.util.function.UnaryOperator;

/**
 * How much a point promises: the logarithm of its expected improvement on the best so far.
 *
 * @param posterior over points of the model
 * @param complete makes a point of the model of a point of the space
 */
record Acquisition(Posterior posterior, UnaryOperator<double[]> complete, double best) {
    double at(double[] point) {
        return improvement(predict(point)).log();
    }

    /** Fills the gradient by coordinates, and answers the value. */
    double at(double[] point, double[] gradient) {
        Prediction prediction = predict(point);
        Improvement improvement = improvement(prediction);
        double[] slope = prediction.gradient(improvement.byMean(), improvement.byDeviation());
        System.arraycopy(slope, 0, gradient, 0, gradient.length);
        return improvement.log();
    }

    Prediction predict(double[] point) {
        return posterior.at(complete.apply(point));
    }

    Improvement improvement(Prediction prediction) {
        return Improvement.of(best, prediction.mean(), prediction.deviation());
    }
}
