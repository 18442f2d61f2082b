package io.sweepforge.benchmarks.curves;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Objective.Goal;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SpaceParser;
import java.util.Map;

/** Accuracy grows towards its limit, which is the larger the nearer x is to 70; beyond 190 training diverges. */
final class MadeUpCurves implements Curves {
    static final int POINTS = 200;
    static final int EPOCHS = 9;

    private final CurveStudy study = new CurveStudy(
            "made-up",
            "none",
            "none",
            Map.of(),
            SpaceParser.parse(Map.of("x", Map.of("type", "int", "min", 0, "max", POINTS - 1)), null, null)
                    .get()
                    .space(),
            EPOCHS,
            new Objective("accuracy", Goal.MAXIMIZE));

    private int open;

    /** Curves that were begun and not closed. */
    int open() {
        return open;
    }

    @Override
    public CurveStudy study() {
        return study;
    }

    @Override
    public Curve begin(Configuration configuration) {
        long x = (long) configuration.values().get("x");
        open++;
        return new Curve() {
            private int epoch;

            @Override
            public double next() {
                epoch++;
                double limit = 1 - Math.abs(x - 70) / 200.0;
                return x > 190 && epoch > 2 ? Double.NaN : -limit * epoch / (epoch + 1.0);
            }

            @Override
            public void close() {
                open--;
            }
        };
    }
}
