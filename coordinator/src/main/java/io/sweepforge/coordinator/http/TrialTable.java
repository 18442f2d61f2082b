package io.sweepforge.coordinator.http;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.TrialView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trials as comma-separated text (RFC 4180): one column for each objective under its metric's name, one for each
 * parameter that was searched.
 */
record TrialTable(List<String> metrics, List<String> parameters) {
    private static final List<String> FIRST = List.of("number", "state");
    private static final List<String> LAST = List.of(
            "epoch",
            "attempts",
            "node",
            "startedAt",
            "finishedAt",
            "failure",
            "reason",
            "suggestionReason",
            "decisionReason");

    static TrialTable of(SweepSpec spec) {
        return new TrialTable(
                spec.objectives().stream().map(ObjectiveSpec::metric).toList(),
                List.copyOf(spec.space().keySet()));
    }

    String header() {
        return line(Stream.of(
                        FIRST,
                        metrics,
                        parameters.stream().map(name -> "parameters." + name).toList(),
                        LAST)
                .flatMap(List::stream)
                .toList());
    }

    String row(TrialView trial) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(trial.number());
        cells.add(trial.state().name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < metrics.size(); i++) {
            cells.add(i < trial.values().size() ? trial.values().get(i) : null);
        }
        parameters.forEach(name -> cells.add(trial.parameters().get(name)));
        cells.add(trial.epoch());
        cells.add(trial.attempts());
        cells.add(trial.node());
        cells.add(trial.startedAt());
        cells.add(trial.finishedAt());
        cells.add(trial.failure() == null ? null : trial.failure().code());
        cells.add(trial.reason());
        cells.add(trial.suggestionReason());
        cells.add(trial.decisionReason());
        return line(cells);
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(TrialTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
