package io.sweepforge.benchmarks.curves;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/** A trial of a sweep over learning curves. */
final class RacingTrial {
    private final int number;
    private final Configuration configuration;
    private final Curve curve;
    private final List<CurvePoint> compared = new ArrayList<>();
    private int epoch;
    private double last = Double.NaN;
    private double best = Double.POSITIVE_INFINITY;

    RacingTrial(int number, Configuration configuration, Curve curve) {
        this.number = number;
        this.configuration = configuration;
        this.curve = curve;
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
        last = curve.next();
        best = Math.min(best, last);
        return last;
    }

    /** Notes the last report as one at which trials are compared. */
    void compare() {
        compared.add(new CurvePoint(epoch, List.of(last)));
    }

    ActiveTrial active() {
        return new ActiveTrial(number, configuration, compared);
    }

    /** As a coordinator tells it: a completed trial counts with its best epoch, a pruned one with its last. */
    FinishedTrial finished(Outcome outcome) {
        double loss = outcome == Outcome.COMPLETED ? best : last;
        return new FinishedTrial(number, configuration, outcome, List.of(loss), epoch, compared);
    }

    void close() {
        curve.close();
    }
}
