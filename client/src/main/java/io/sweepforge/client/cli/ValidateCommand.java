package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.Json;
import io.sweepforge.client.SweepforgeClient;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks for mistakes in a specification. */
@Command(
        name = "validate",
        description = "Check a sweep specification without starting it; prints it with every default filled in.")
final class ValidateCommand extends ServerCommand {
    @Parameters(paramLabel = "FILE", description = "The sweep specification, JSON.")
    private Path file = Path.of("");

    @Override
    int run(SweepforgeClient client) {
        JsonNode resolved = client.validate(SpecificationFile.read(file));
        return print(resolved, Json.pretty(resolved));
    }
}
