package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;

/** A command that changes what a sweep does. */
abstract class SteerCommand extends SweepCommand {
    private final String verb;

    /** @param verb as the HTTP API has it */
    SteerCommand(String verb) {
        this.verb = verb;
    }

    @Override
    final int run(SweepforgeClient client, Sweep sweep) {
        Sweep now = client.steer(sweep.id(), verb);
        return print(now.json(), now.name() + " is " + now.state());
    }
}
