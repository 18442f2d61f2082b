package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a sweep. */
@Command(name = "submit", description = "Start a sweep; prints its ID.")
final class SubmitCommand extends ServerCommand {
    @Parameters(paramLabel = "FILE", description = "The sweep specification, JSON.")
    private Path file = Path.of("");

    @Option(names = "--watch", description = "Stay and show its progress until it is over.")
    private boolean watch;

    @Option(names = "--seed", paramLabel = "N", description = "Take this seed instead of the file's.")
    private @Nullable Long seed;

    @Override
    int run(SweepforgeClient client) {
        ObjectNode specification = SpecificationFile.read(file);
        if (seed != null) {
            specification.put("seed", seed);
        }
        Sweep sweep = client.submit(specification);
        print(sweep.json(), sweep.id());
        out().flush();
        return watch
                ? new Watch(parent().watchingClient(), Display.forTerminal(out())).run(List.of(sweep))
                : ExitCode.OK;
    }
}
