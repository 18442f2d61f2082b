package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows progress until sweeps are over. */
@Command(
        name = "watch",
        description = "Show the progress of sweeps until all are over; exits 1 when one did not complete.")
final class WatchCommand extends ServerCommand {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "The sweeps.")
    private List<String> ids = List.of();

    @Override
    int run(SweepforgeClient client) {
        List<Sweep> sweeps =
                ids.stream().map(id -> SweepArgument.find(client, id)).toList();
        Display display = parent().json() ? Display.json(out()) : Display.forTerminal(out());
        return new Watch(parent().watchingClient(), display).run(sweeps);
    }
}
