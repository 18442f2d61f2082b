package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.util.Map;
import picocli.CommandLine.Command;

/** Deletes a sweep. */
@Command(name = "delete", description = "Delete a sweep that is over, with its trials and checkpoints.")
final class DeleteCommand extends SweepCommand {
    @Override
    int run(SweepforgeClient client, Sweep sweep) {
        client.delete(sweep.id());
        return print(Map.of("deleted", sweep.id()), sweep.name() + " (" + sweep.id() + ") is deleted");
    }
}
