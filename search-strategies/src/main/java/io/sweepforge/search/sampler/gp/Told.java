package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What one trial told so far.
 *
 * @param number the trial's
 * @param works false when it ended without a loss because of its configuration
 * @param curve its losses by epoch, ascending; the last at {@code maxEpochs} when it completed
 */
record Told(int number, double[] point, boolean works, List<CurvePoint> curve) {
    static Told of(FinishedTrial trial, PointSpace space, int maxEpochs) {
        List<CurvePoint> curve = new ArrayList<>(trial.curve());
        boolean completed = trial.outcome() == Outcome.COMPLETED;
        int last = completed ? maxEpochs : Math.min(maxEpochs, Math.max(1, trial.epoch()));
        if (!trial.losses().isEmpty()) {
            curve.removeIf(point -> point.epoch() >= last);
            curve.add(new CurvePoint(last, trial.losses()));
        }
        boolean works = trial.outcome() != Outcome.INFEASIBLE && !curve.isEmpty();
        return new Told(trial.number(), space.point(trial.configuration()), works, curve);
    }

    static Told of(ActiveTrial trial, PointSpace space) {
        return new Told(trial.number(), space.point(trial.configuration()), true, trial.curve());
    }
}
