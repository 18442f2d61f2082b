package io.sweepforge.coordinator.analysis;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.api.TrialView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sweeps over one float {@code x} from 0 to 1, and their trials. */
final class Measured {
    static final ObjectiveSpec ACCURACY = new ObjectiveSpec("accuracy", "maximize");
    static final ObjectiveSpec SIZE = new ObjectiveSpec("size", "minimize");

    private Measured() {}

    static SweepSpec spec(ObjectiveSpec... objectives) {
        return new SweepSpec(
                "digits",
                List.of(objectives),
                new SweepSpec.TrialSpec("model", "conv-classifier", "digits", "d".repeat(64), 15, Map.of()),
                Map.of("x", Map.of("type", "float", "min", 0.0, "max", 1.0)),
                List.of(),
                new SweepSpec.Strategy("random", Map.of()),
                new SweepSpec.Strategy("none", Map.of()),
                new SweepSpec.Budget(64, null, null, null, null),
                new SweepSpec.Retry(3),
                7,
                0,
                List.of(),
                Map.of());
    }

    static TrialView completed(int number, double x, Double... values) {
        return trial(number, TrialState.COMPLETED, x, List.of(values), null);
    }

    static TrialView trial(int number, TrialState state, double x, List<Double> values, @Nullable String failure) {
        return new TrialView(
                number,
                state,
                Map.of("x", x),
                null,
                values.isEmpty() ? null : values.get(0),
                values,
                1,
                1,
                "node",
                null,
                null,
                failure == null ? null : new TrialView.FailureView(failure, "It failed.", "Do something."),
                "drawn at random",
                "drawn at random",
                null);
    }
}
