package io.sweepforge.client.cli;

import picocli.CommandLine.Command;

/** The {@code cancel} command. */
@Command(name = "cancel", description = "End a sweep; its running trials stop within one report.")
final class CancelCommand extends SteerCommand {
    CancelCommand() {
        super("cancel");
    }
}
