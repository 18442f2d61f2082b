package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Exponential;
import io.sweepforge.search.sampler.gp.Posterior.Prediction;
import java.util.Arrays;
import java.util.List;

/**
 * How much a point promises: the logarithm of its expected improvement on the best so far, times the chance that it gets to the
 * epoch where it is to be good.
 *
 * @param target the level of that epoch
 * @param hurdles that are before it
 */
record Acquisition(Posterior posterior, double target, double best, List<Hurdle> hurdles) {
    double at(double[] point) {
        return improvement(predict(point)).log() + logChance(point);
    }

    /** Fills the gradient by coordinates, and answers the value. */
    double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double logChance = 0;
        for (Hurdle hurdle : hurdles) {
            Prediction before = at(point, hurdle.level());
            logChance += add(passing(hurdle, before), before, gradient);
        }
        Prediction prediction = predict(point);
        return add(improvement(prediction), prediction, gradient) + logChance;
    }

    private static double add(Factor factor, Prediction prediction, double[] gradient) {
        double[] slope = prediction.gradient(factor.byMean(), factor.byDeviation());
        for (int d = 0; d < gradient.length; d++) {
            gradient[d] += slope[d];
        }
        return factor.log();
    }

    Prediction predict(double[] point) {
        return at(point, target);
    }

    private Prediction at(double[] point, double level) {
        return posterior.at(Levels.point(point, level));
    }

    Improvement improvement(Prediction prediction) {
        return Improvement.of(best, prediction.mean(), prediction.deviation());
    }

    /** The chance that a trial gets over all hurdles, as if they had nothing to do with each other. */
    double chance(double[] point) {
        return Exponential.exp(logChance(point));
    }

    private double logChance(double[] point) {
        double sum = 0;
        for (Hurdle hurdle : hurdles) {
            sum += passing(hurdle, at(point, hurdle.level())).log();
        }
        return sum;
    }

    private Passing passing(Hurdle hurdle, Prediction prediction) {
        return Passing.of(hurdle.threshold(), prediction.mean(), prediction.deviation(), posterior.noise());
    }
}
