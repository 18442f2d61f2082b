package io.sweepforge.coordinator;

import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.FamilyDescription.Metric;
import io.sweepforge.protocol.FamilyDescription.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Families and data sets as a small cluster would have them. */
public final class Fixtures {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public static final FamilyDescription CONV = new FamilyDescription(
            "conv-classifier",
            "Classifies small images",
            "classification",
            List.of(
                    number("learningRate", "float", 1e-6, 1, 0.002),
                    number("filters", "int", 1, 512, 16),
                    number("dropout", "float", 0, 0.95, 0.2),
                    number("batchSize", "int", 1, 4096, 32),
                    number("momentum", "float", 0, 0.999, 0.9),
                    new Parameter(
                            "optimizer", "categorical", null, null, List.of("sgd", "adam"), "adam", "Update rule")),
            Map.of(
                    "learningRate", Map.of("type", "float", "min", 5e-4, "max", 1e-2, "scale", "log"),
                    "filters", Map.of("type", "int", "min", 8, "max", 32, "step", 8)),
            15,
            List.of(
                    new Metric("validationAccuracy", "maximize", "Share of right answers"),
                    new Metric("validationLoss", "minimize", "Cross-entropy")));

    public static final FamilyDescription LSTM = new FamilyDescription(
            "lstm-forecaster",
            "Forecasts series",
            "forecasting",
            List.of(number("hiddenUnits", "int", 1, 512, 32)),
            Map.of("hiddenUnits", Map.of("type", "int", "min", 8, "max", 64)),
            20,
            List.of(new Metric("validationRmse", "minimize", "Root of the mean squared error")));

    public static final Datasets.Entry DIGITS = entry("d".repeat(64), "digits", "classification", List.of(1, 8, 8), 10);
    public static final Datasets.Entry SUNSPOTS = entry("5".repeat(64), "sunspots", "forecasting", List.of(1), 0);

    private Fixtures() {}

    public static Datasets.Entry entry(String hash, String name, String task, List<Integer> shape, int classes) {
        DatasetReference reference = new DatasetReference(hash, name, "csv", task, null, null, 1797, shape, classes);
        return new Datasets.Entry(reference, List.of("1", "2"), 55_000, NOON);
    }

    private static Parameter number(String name, String type, double min, double max, Object byDefault) {
        return new Parameter(name, type, min, max, List.of(), byDefault, "About " + name);
    }
}
