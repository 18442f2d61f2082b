package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import picocli.CommandLine.Command;

/** Shows one sweep. */
@Command(name = "show", description = "Show a sweep: how far it is, its best trial and where to look.")
final class ShowCommand extends SweepCommand {
    @Override
    int run(SweepforgeClient client, Sweep sweep) {
        return print(
                sweep.json(),
                String.join(
                        System.lineSeparator(),
                        sweep.id(),
                        Progress.bar(sweep),
                        Progress.best(sweep),
                        parent().dashboard(sweep.id())));
    }
}
