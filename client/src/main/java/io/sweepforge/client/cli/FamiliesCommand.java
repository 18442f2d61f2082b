package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.SweepforgeClient;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Command;

/** Lists model families. */
@Command(name = "families", description = "List the model families that the nodes can train, with their parameters.")
final class FamiliesCommand extends ServerCommand {
    @Override
    int run(SweepforgeClient client) {
        List<JsonNode> families = client.list("model-families");
        StringJoiner text = new StringJoiner(System.lineSeparator());
        for (JsonNode family : families) {
            text.add(family.path("name").asText() + "  "
                    + family.path("description").asText());
            for (JsonNode parameter : family.path("parameters")) {
                text.add(String.format(
                        "  %-18s %s",
                        parameter.path("name").asText(),
                        parameter.path("description").asText()));
            }
        }
        return print(families, text.toString());
    }
}
