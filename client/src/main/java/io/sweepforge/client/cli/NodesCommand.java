package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.SweepforgeClient;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists nodes. */
@Command(name = "nodes", description = "List the nodes and their devices.")
final class NodesCommand extends ServerCommand {
    @Override
    int run(SweepforgeClient client) {
        List<JsonNode> nodes = client.list("nodes");
        Table table = new Table("NODE", "STATE", "DEVICE", "BACKEND", "NAME", "LANES", "RUNNING");
        for (JsonNode node : nodes) {
            for (JsonNode device : node.path("devices")) {
                table.row(
                        node.path("id").asText(),
                        node.path("state").asText(),
                        device.path("id").asText(),
                        device.path("backend").asText(),
                        device.path("name").asText(),
                        device.path("lanes").asText(),
                        String.valueOf(device.path("trials").size()));
            }
        }
        return printTable(nodes, table);
    }
}
