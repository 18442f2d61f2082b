package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import picocli.CommandLine.Parameters;

/** A command about one sweep. */
abstract class SweepCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The sweep.")
    private String id = "";

    abstract int run(SweepforgeClient client, Sweep sweep) throws Exception;

    @Override
    final int run(SweepforgeClient client) throws Exception {
        return run(client, SweepArgument.find(client, id));
    }
}
