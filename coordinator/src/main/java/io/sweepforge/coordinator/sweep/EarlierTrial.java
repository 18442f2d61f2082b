package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.spec.Parameters;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.util.List;
import java.util.Map;

/**
 * A finished trial of an earlier sweep. Part of events, so names here and those of {@link Outcome} are for ever.
 *
 * @param values as the sampler counts them, one per objective; empty when none were reported
 * @param epoch the last one reported
 */
public record EarlierTrial(
        String sweep, int number, Map<String, Object> parameters, Outcome outcome, List<Double> values, int epoch) {
    /** @param index among those that a sweep starts with; told as a negative number */
    FinishedTrial toFinished(int index, Sweep sweep) {
        return new FinishedTrial(
                -1 - index,
                Parameters.configuration(parameters),
                outcome,
                Objectives.losses(values, sweep.objectives()),
                epoch);
    }
}
