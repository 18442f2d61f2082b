package io.sweepforge.search.scheduler;

import java.util.List;

/**
 * What a trial reported at one epoch.
 *
 * @param number the trial's number, from 0
 * @param epoch epochs trained so far, from 1
 * @param losses one per objective, smaller is better; NaN ranks behind every number
 */
public record Observation(int number, int epoch, List<Double> losses) {
    public Observation {
        losses = List.copyOf(losses);
    }
}
