package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import io.sweepforge.client.view.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine.Command;

/** Lists the trials of the Pareto front. */
@Command(name = "pareto", description = "List the best trials of a sweep when every objective counts.")
final class ParetoCommand extends SweepCommand {
    @Override
    int run(SweepforgeClient client, Sweep sweep) {
        JsonNode pareto = client.pareto(sweep.id());
        return print(pareto, text(pareto));
    }

    private static String text(JsonNode pareto) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        if (!pareto.path("items").isEmpty()) {
            lines.add(table(pareto).toString());
        }
        if (pareto.path("hypervolume").isNumber()) {
            lines.add("hypervolume %s, measured from %s"
                    .formatted(
                            Words.number(pareto.path("hypervolume").asDouble()),
                            String.join(" and ", numbers(pareto.path("reference")))));
        }
        if (!pareto.path("note").isNull()) {
            lines.add(pareto.path("note").asText());
        }
        return lines.toString();
    }

    private static Table table(JsonNode pareto) {
        List<String> header = new ArrayList<>(List.of("TRIAL"));
        pareto.path("objectives")
                .forEach(objective ->
                        header.add(objective.path("metric").asText().toUpperCase(Locale.ROOT)));
        header.add("PARAMETERS");
        Table table = new Table(header.toArray(String[]::new));
        pareto.path("items").forEach(item -> table.row(row(new Trial(item)).toArray(String[]::new)));
        return table;
    }

    private static List<String> row(Trial trial) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(trial.number())));
        cells.addAll(numbers(trial.json().path("values")));
        cells.add(Words.pairs(trial.parameters()));
        return cells;
    }

    private static List<String> numbers(JsonNode values) {
        List<String> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(Words.number(value.asDouble())));
        return numbers;
    }
}
