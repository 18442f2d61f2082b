package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.SweepforgeClient;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists data sets. */
@Command(name = "datasets", description = "List the data sets that were uploaded.")
final class DatasetsCommand extends ServerCommand {
    @Override
    int run(SweepforgeClient client) {
        List<JsonNode> datasets = client.list("datasets");
        Table table = new Table("NAME", "TASK", "BYTES", "UPLOADED", "HASH");
        for (JsonNode dataset : datasets) {
            table.row(
                    dataset.path("name").asText(),
                    dataset.path("task").asText(),
                    dataset.path("bytes").asText(),
                    Words.time(dataset.path("createdAt")),
                    dataset.path("id").asText());
        }
        return printTable(datasets, table);
    }
}
