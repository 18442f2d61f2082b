package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which parameters matter. */
@Command(name = "importance", description = "Show how much each parameter of a sweep matters.")
final class ImportanceCommand extends SweepCommand {
    private static final int BAR = 40;

    @Option(
            names = "--method",
            defaultValue = "ped-anova",
            paramLabel = "METHOD",
            description = "ped-anova: how the best trials differ from all.%nfanova: the share of the objective's "
                    + "variance.%nDefault: ped-anova")
    private String method = "";

    @Option(
            names = "--objective",
            paramLabel = "METRIC",
            description = "The objective to explain. Default: the first one")
    private @Nullable String objective;

    @Override
    int run(SweepforgeClient client, Sweep sweep) {
        JsonNode importance = client.importance(sweep.id(), method, Optional.ofNullable(objective));
        return print(importance, text(importance));
    }

    private static String text(JsonNode importance) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add("%s of %s, from %s trials"
                .formatted(
                        importance.path("method").asText(),
                        importance.path("objective").asText(),
                        importance.path("trials").asText()));
        importance.path("items").forEach(item -> lines.add(line(item)));
        if (!importance.path("note").isNull()) {
            lines.add(importance.path("note").asText());
        }
        return lines.toString();
    }

    private static String line(JsonNode item) {
        double share = item.path("importance").asDouble();
        String bar = "█".repeat((int) Math.round(share * BAR));
        return String.format(
                        Locale.ROOT,
                        "  %-22s %5.1f %%  %s",
                        item.path("parameter").asText(),
                        100 * share,
                        bar)
                .stripTrailing();
    }
}
