package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Values;

/** What the model expects of a point, in the user's units. */
record Reason(Objective objective, OutputScale scale) {
    String of(Acquisition acquisition, double[] point) {
        Posterior.Prediction prediction = acquisition.posterior().at(point);
        double mean = prediction.mean();
        double deviation = prediction.deviation();
        double best = acquisition.best();
        double expected = Improvement.of(best, mean, deviation).expected();
        return "GP: expected improvement %s at predicted %s ± %s"
                .formatted(
                        Values.brief(scale.loss(best) - scale.loss(best - expected), 2),
                        Values.brief(objective.toValue(scale.loss(mean)), 3),
                        Values.brief((scale.loss(mean + deviation) - scale.loss(mean - deviation)) / 2, 2));
    }
}
