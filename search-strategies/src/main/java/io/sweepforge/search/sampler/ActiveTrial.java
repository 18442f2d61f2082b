package io.sweepforge.search.sampler;

import io.sweepforge.search.space.Configuration;
import java.util.List;

/**
 * A trial that was suggested and has not finished: it waits, runs or is paused.
 *
 * @param curve what it reported at the epochs where trials are compared, ascending; empty when nothing yet
 */
public record ActiveTrial(int number, Configuration configuration, List<CurvePoint> curve) {
    public ActiveTrial {
        curve = List.copyOf(curve);
    }

    /** A trial that has not reported. */
    public ActiveTrial(int number, Configuration configuration) {
        this(number, configuration, List.of());
    }
}
