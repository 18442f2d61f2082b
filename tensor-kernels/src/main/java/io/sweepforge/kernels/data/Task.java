package io.sweepforge.kernels.data;

import java.util.Arrays;
import java.util.Locale;

/** What is learned from a data set. */
public enum Task {
    /** Each row has a class. */
    CLASSIFICATION,
    /** The rows are the time steps of a series whose future is predicted. */
    FORECASTING;

    /** The name used in the HTTP API: {@code classification} or {@code forecasting}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The task of a label.
     *
     * @throws IllegalArgumentException when no task has it
     */
    public static Task of(String label) {
        return Arrays.stream(values())
                .filter(task -> task.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "task must be classification or forecasting, was \"" + label + "\""));
    }
}
