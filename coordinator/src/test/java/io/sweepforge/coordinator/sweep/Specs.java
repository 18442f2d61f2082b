package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.Budget;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.SweepSpec.Retry;
import io.sweepforge.coordinator.api.SweepSpec.Strategy;
import io.sweepforge.coordinator.api.SweepSpec.TrialSpec;
import io.sweepforge.coordinator.api.SweepSpec.WarmStart;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Specifications for tests: accuracy is maximised over a learning rate. */
public final class Specs {
    public static final int EPOCHS = 9;
    public static final String DATASET = "d1";

    private Specs() {}

    public static SweepSpec trials(int maxTrials) {
        return spec(new Budget(maxTrials, null, null, null, null), "none");
    }

    public static SweepSpec asha(int maxTrials) {
        return spec(new Budget(maxTrials, null, null, null, null), "asha");
    }

    /** ASHA that stops. */
    public static SweepSpec stopping(int maxTrials) {
        return asha(maxTrials, "stopping");
    }

    /** ASHA that pauses and promotes. */
    public static SweepSpec promotion(int maxTrials) {
        return asha(maxTrials, "promotion");
    }

    private static SweepSpec asha(int maxTrials, String mode) {
        return spec(
                new Budget(maxTrials, null, null, null, null), new Strategy("asha", Map.of("mode", mode)), List.of());
    }

    /** With everything that a specification may have. */
    public static SweepSpec startingFrom(String... sweeps) {
        SweepSpec cold = spec(new Budget(9, Duration.ofHours(1), 4, null, 5), "none");
        return new SweepSpec(
                cold.name(),
                cold.objectives(),
                cold.trial(),
                cold.space(),
                cold.constraints(),
                cold.sampler(),
                cold.scheduler(),
                cold.budget(),
                cold.retry(),
                cold.seed(),
                cold.priority(),
                cold.seedTrials(),
                cold.labels(),
                new WarmStart(List.of(sweeps)));
    }

    public static SweepSpec population(int size, int maxTrials) {
        return spec(
                new Budget(maxTrials, null, null, null, null),
                new Strategy("pbt", Map.of("population", size, "interval", 2)),
                List.of());
    }

    public static SweepSpec spec(Budget budget, String scheduler) {
        return spec(budget, scheduler, List.of());
    }

    public static SweepSpec spec(Budget budget, String scheduler, List<Map<String, Object>> seedTrials) {
        return spec(budget, new Strategy(scheduler, Map.of()), seedTrials);
    }

    private static SweepSpec spec(Budget budget, Strategy scheduler, List<Map<String, Object>> seedTrials) {
        return new SweepSpec(
                "test",
                List.of(new ObjectiveSpec("accuracy", "maximize")),
                new TrialSpec("model", "family", "digits", DATASET, EPOCHS, Map.of("batchSize", 64)),
                Map.of("learningRate", Map.of("type", "float", "min", 0.001, "max", 0.1)),
                List.of(),
                new Strategy("random", Map.of()),
                scheduler,
                budget,
                new Retry(3),
                7,
                0,
                seedTrials,
                Map.of("team", "vision"));
    }
}
