package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.numeric.Lbfgs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the hyperparameters that are most likely given some targets. */
final class Fit {
    private static final int EVALUATIONS = 60;
    private static final int FEW_EVALUATIONS = 12;
    private static final double LENGTH = 0.5;
    private static final double LENGTH_DEVIATION = 0.7;
    private static final double VARIANCE_DEVIATION = 1;
    private static final double NOISE = 1e-6;
    private static final double NOISE_DEVIATION = 3;
    /** Trained twice, a configuration does not end with the same loss. */
    private static final double TRAINING_NOISE = 1e-3;

    private static final double TRAINING_NOISE_DEVIATION = 2;
    /** Where the search for the noise begins too: from hardly any the likelihood has no slope towards more. */
    private static final double MUCH_NOISE = 0.1;

    private static final double TOLERANCE = 1e-3;

    private final Features features;
    private final boolean ofTraining;
    private final Prior prior;

    /** @param ofTraining whether the targets are of trials that train for epochs */
    Fit(Features features, boolean ofTraining) {
        this.features = features;
        this.ofTraining = ofTraining;
        this.prior = prior(features.dimensions(), ofTraining);
    }

    private static Prior prior(int dimensions, boolean ofTraining) {
        double[] means = new double[Hyperparameters.count(dimensions)];
        double[] deviations = new double[means.length];
        Arrays.fill(means, 0, dimensions, StrictMath.log(LENGTH) + 0.5 * StrictMath.log(dimensions));
        Arrays.fill(deviations, 0, dimensions, LENGTH_DEVIATION);
        Arrays.fill(deviations, dimensions, dimensions + 2, VARIANCE_DEVIATION);
        means[dimensions + 2] = StrictMath.log(ofTraining ? TRAINING_NOISE : NOISE);
        deviations[dimensions + 2] = ofTraining ? TRAINING_NOISE_DEVIATION : NOISE_DEVIATION;
        return new Prior(means, deviations);
    }

    Hyperparameters fromScratch(List<double[]> points, double[] targets) {
        double[] middle = prior.means().clone();
        double[] rough = middle.clone();
        Arrays.fill(rough, 0, features.dimensions(), middle[0] - 1.5);
        return best(points, targets, List.of(middle, rough, noisy(middle)), EVALUATIONS);
    }

    Hyperparameters refined(Hyperparameters start, List<double[]> points, double[] targets) {
        return best(points, targets, List.of(start.logs()), FEW_EVALUATIONS);
    }

    Hyperparameters continued(Hyperparameters start, List<double[]> points, double[] targets) {
        List<double[]> starts = new ArrayList<>();
        starts.add(start.logs());
        starts.add(prior.means());
        if (ofTraining) {
            starts.add(noisy(start.logs()));
            starts.add(noisy(prior.means()));
        }
        return best(points, targets, starts, EVALUATIONS);
    }

    private static double[] noisy(double[] logs) {
        double[] noisy = logs.clone();
        noisy[noisy.length - 1] = StrictMath.log(MUCH_NOISE);
        return noisy;
    }

    private Hyperparameters best(List<double[]> points, double[] targets, List<double[]> starts, int evaluations) {
        Likelihood likelihood = new Likelihood(features, features.columns(points), targets, prior);
        double[] lower = new double[prior.means().length];
        double[] upper = lower.clone();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = prior.means()[i] - 6 * prior.deviations()[i];
            upper[i] = prior.means()[i] + 6 * prior.deviations()[i];
        }
        Lbfgs search = new Lbfgs(likelihood, lower, upper);
        Lbfgs.Minimum best = new Lbfgs.Minimum(starts.get(0), Double.POSITIVE_INFINITY);
        for (double[] start : starts) {
            Lbfgs.Minimum found = search.minimise(start, evaluations, TOLERANCE);
            best = found.value() < best.value() ? found : best;
        }
        return new Hyperparameters(best.x());
    }
}
