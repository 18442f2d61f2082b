package io.sweepforge.client.cli;

import picocli.CommandLine.Command;

/** The {@code pause} command. */
@Command(name = "pause", description = "Let a sweep rest: what runs goes on, nothing new is begun.")
final class PauseCommand extends SteerCommand {
    PauseCommand() {
        super("pause");
    }
}
