package io.sweepforge.search.sampler;

import java.util.List;

/**
 * What a trial had reached at one epoch.
 *
 * @param epoch epochs trained, from 1
 * @param losses one per objective, smaller is better; NaN where the metric was missing
 */
public record CurvePoint(int epoch, List<Double> losses) {
    public CurvePoint {
        losses = List.copyOf(losses);
    }
}
