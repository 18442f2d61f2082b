package io.sweepforge.client.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The {@code sweepforge} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Sweepforge())
                .setExecutionStrategy(Main::run)
                .setExecutionExceptionHandler(new Complaints())
                .setParameterExceptionHandler(Complaints::aboutUsage)
                .setUsageHelpAutoWidth(true);
    }

    private static int run(CommandLine.ParseResult result) {
        CommandLine root = result.commandSpec().commandLine();
        if (!result.hasSubcommand() && !result.isUsageHelpRequested()) {
            PrintWriter err = root.getErr();
            root.usage(err);
            return ExitCode.USAGE;
        }
        return new CommandLine.RunLast().execute(result);
    }
}
