package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Values;
import java.util.List;

/** What the model expects of a point, in the user's units; of several objectives their weighted norm. */
record Reason(List<Objective> objectives, View view) {
    String of(Acquisition acquisition, double[] point) {
        Posterior.Prediction prediction = acquisition.predict(point);
        double mean = prediction.mean();
        double deviation = prediction.deviation();
        double best = acquisition.best();
        double expected = acquisition.improvement(prediction).expected();
        return "%s: expected improvement %s at predicted %s ± %s%s%s"
                .formatted(
                        view.focus() == Focus.WIDE ? "GP beyond the best region" : "GP",
                        Values.brief(loss(best) - loss(best - expected), 2),
                        Values.brief(value(loss(mean)), 3),
                        Values.brief((loss(mean + deviation) - loss(mean - deviation)) / 2, 2),
                        acquisition.hurdles().isEmpty()
                                ? ""
                                : ", %d %% to get that far".formatted(Math.round(100 * acquisition.chance(point))),
                        objectives.size() == 1
                                ? ""
                                : ", with the objectives weighed "
                                        + view.scalarisation().words());
    }

    private double loss(double target) {
        return view.model().scale().loss(target);
    }

    private double value(double loss) {
        return objectives.size() == 1 ? objectives.get(0).toValue(loss) : loss;
    }
}
