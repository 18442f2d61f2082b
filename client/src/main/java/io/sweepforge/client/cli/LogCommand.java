package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a trial's log. */
@Command(name = "log", description = "Show what happened to a trial, a line per event.")
final class LogCommand extends SweepCommand {
    @Parameters(index = "1", paramLabel = "NUMBER", description = "The trial, from 0.")
    private int number;

    @Override
    int run(SweepforgeClient client, Sweep sweep) throws IOException {
        if (number < 0) {
            throw new UsageException("NUMBER must be from 0, was " + number);
        }
        return printText(client.log(sweep.id(), number));
    }
}
