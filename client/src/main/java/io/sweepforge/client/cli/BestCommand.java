package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.util.StringJoiner;
import picocli.CommandLine.Command;

/** Shows a sweep's best trial. */
@Command(name = "best", description = "Show the best trial of a sweep: its parameters and every metric.")
final class BestCommand extends SweepCommand {
    @Override
    int run(SweepforgeClient client, Sweep sweep) {
        Sweep.Best best =
                sweep.best().orElseThrow(() -> new UsageException("no trial of " + sweep.name() + " has a result yet"));
        return print(best.json(), text(sweep, best));
    }

    private String text(Sweep sweep, Sweep.Best best) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add(sweep.name() + ": trial " + best.number() + " is the best of " + sweep.finishedTrials() + ", "
                + sweep.metric() + " " + Words.number(best.value()));
        lines.add("  parameters");
        addFields(lines, best.parameters());
        lines.add("  metrics");
        addFields(lines, best.metrics());
        lines.add("  " + parent().dashboard(sweep.id()));
        return lines.toString();
    }

    private static void addFields(StringJoiner lines, JsonNode object) {
        object.fields()
                .forEachRemaining(field ->
                        lines.add(String.format("    %-22s %s", field.getKey(), Words.value(field.getValue()))));
    }
}
