package io.sweepforge.benchmarks.curves;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/** A trial whose reports come from a table. */
final class ReplayedTrial {
    private final int number;
    private final Configuration configuration;
    private final double[] losses;
    private final List<CurvePoint> curve = new ArrayList<>();
    private int epoch;

    ReplayedTrial(int number, Configuration configuration, double[] losses) {
        this.number = number;
        this.configuration = configuration;
        this.losses = losses;
    }

    int number() {
        return number;
    }

    int epoch() {
        return epoch;
    }

    /** The loss after one more epoch. */
    double advance() {
        epoch++;
        return losses[epoch - 1];
    }

    /** Its last epoch, or it has diverged. */
    boolean isOver() {
        return epoch == losses.length || Double.isNaN(losses[epoch - 1]);
    }

    /** Notes the last report as one at which trials are compared. */
    void compared() {
        curve.add(new CurvePoint(epoch, List.of(losses[epoch - 1])));
    }

    ActiveTrial active() {
        return new ActiveTrial(number, configuration, curve);
    }

    /** As a coordinator tells it: a completed trial counts with its best epoch, a pruned one with its last. */
    FinishedTrial finished(Outcome outcome) {
        double last = losses[epoch - 1];
        double best = last;
        for (int i = 0; i < epoch && !Double.isNaN(last); i++) {
            best = Math.min(best, losses[i]);
        }
        return new FinishedTrial(
                number, configuration, outcome, List.of(outcome == Outcome.COMPLETED ? best : last), epoch, curve);
    }
}
