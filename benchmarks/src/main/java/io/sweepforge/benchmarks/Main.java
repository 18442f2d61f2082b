package io.sweepforge.benchmarks;

import io.sweepforge.benchmarks.gpu.GpuCommand;
import io.sweepforge.benchmarks.kernels.KernelsCommand;
import io.sweepforge.benchmarks.kernels.WorkerCommand;
import io.sweepforge.benchmarks.search.SearchCommand;
import io.sweepforge.benchmarks.sweep.SweepCommand;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code bench} command. */
@Command(
        name = "scripts/bench",
        description = "Measures this project side by side with its peers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            SearchCommand.class,
            KernelsCommand.class,
            WorkerCommand.class,
            SweepCommand.class,
            GpuCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    }

    /** A file of the user's that is not there is a mistake to put right; anything else is ours. */
    private static int explain(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof NoSuchFileException missing) {
            command.getErr()
                    .printf(
                            "there is no file %s; --data must name a folder that holds it, see benchmarks/README.md%n",
                            missing.getFile());
            return CommandLine.ExitCode.USAGE;
        }
        throw failure;
    }
}
