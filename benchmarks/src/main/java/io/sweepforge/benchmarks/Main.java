package io.sweepforge.benchmarks;

import io.sweepforge.benchmarks.kernels.KernelsCommand;
import io.sweepforge.benchmarks.kernels.WorkerCommand;
import io.sweepforge.benchmarks.search.SearchCommand;
import io.sweepforge.benchmarks.sweep.SweepCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code bench} command. */
@Command(
        name = "scripts/bench",
        description = "Measures this project side by side with its peers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {SearchCommand.class, KernelsCommand.class, WorkerCommand.class, SweepCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setUsageHelpAutoWidth(true);
    }
}
