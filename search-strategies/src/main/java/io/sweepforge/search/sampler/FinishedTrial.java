package io.sweepforge.search.sampler;

import io.sweepforge.search.space.Configuration;
import java.util.List;

/**
 * A trial that will not run again.
 *
 * @param number from 0; negative when it is a trial of an earlier sweep, from which this one starts warm: such a trial
 *     informs models and does not keep its configuration from being tried again
 * @param losses one per objective, smaller is better (see {@link io.sweepforge.search.Objective#toLoss}); the last ones
 *     reported when pruned, empty when none were; NaN when it diverged
 * @param epoch the last epoch it reported, 0 when none
 * @param curve what it reported at the epochs where trials are compared, ascending; empty when there are none
 */
public record FinishedTrial(
        int number,
        Configuration configuration,
        Outcome outcome,
        List<Double> losses,
        int epoch,
        List<CurvePoint> curve) {
    public enum Outcome {
        COMPLETED,
        PRUNED,
        /** Failed for a reason that says nothing about the configuration. */
        FAILED,
        /** Cannot work with this configuration (out of memory, refused by the family): its region is to be avoided. */
        INFEASIBLE,
        CANCELLED
    }

    public FinishedTrial {
        losses = List.copyOf(losses);
        curve = List.copyOf(curve);
    }

    /** A trial that was not compared with others on its way. */
    public FinishedTrial(int number, Configuration configuration, Outcome outcome, List<Double> losses, int epoch) {
        this(number, configuration, outcome, losses, epoch, List.of());
    }
}
