package io.sweepforge.client.cli;

import picocli.CommandLine.Command;

/** The {@code resume} command. */
@Command(name = "resume", description = "Go on with a paused sweep.")
final class ResumeCommand extends SteerCommand {
    ResumeCommand() {
        super("resume");
    }
}
