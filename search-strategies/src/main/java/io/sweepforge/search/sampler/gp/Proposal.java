package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Values;
import io.sweepforge.search.sampler.gp.Posterior.Prediction;
import io.sweepforge.search.space.Configuration;
import java.util.List;

/** A configuration and what a view expects of it. */
record Proposal(Configuration configuration, View view, Acquisition acquisition, Prediction prediction) {
    /** In units of the loss. */
    double expectedGain() {
        double best = acquisition.best();
        return loss(best) - loss(best - acquisition.improvement(prediction).expected());
    }

    /** In the user's units; of several objectives their weighted norm. */
    String reason(List<Objective> objectives) {
        double mean = prediction.mean();
        double deviation = prediction.deviation();
        boolean single = objectives.size() == 1;
        return "%s: expected improvement %s at predicted %s ± %s%s"
                .formatted(
                        view.focus() == Focus.WIDE ? "GP beyond the best region" : "GP",
                        Values.brief(expectedGain(), 2),
                        Values.brief(single ? objectives.get(0).toValue(loss(mean)) : loss(mean), 3),
                        Values.brief((loss(mean + deviation) - loss(mean - deviation)) / 2, 2),
                        single
                                ? ""
                                : ", with the objectives weighed "
                                        + view.scalarisation().words());
    }

    private double loss(double target) {
        return view.model().scale().loss(target);
    }
}
