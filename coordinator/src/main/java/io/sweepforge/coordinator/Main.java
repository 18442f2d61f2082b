package io.sweepforge.coordinator;

import io.sweepforge.coordinator.config.CommandLine;
import io.sweepforge.coordinator.config.CoordinatorConfig;
import io.sweepforge.protocol.config.BadConfigException;
import java.util.List;

/** Starts a coordinator and ends it on SIGTERM. */
public final class Main {
    private static final int MISTAKE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        try {
            CommandLine.Loaded loaded = CommandLine.load(List.of(arguments));
            CoordinatorConfig config = CoordinatorConfig.from(loaded.config(), loaded.directory());
            CoordinatorProcess process = CoordinatorProcess.start(config, loaded.config());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop"));
            process.terminated().thenRun(() -> Runtime.getRuntime().exit(1));
            System.out.println("Sweepforge coordinator is ready at " + process.url());
        } catch (BadConfigException e) {
            System.err.println(e.getMessage());
            System.exit(MISTAKE);
        }
    }

    /** A stop that was asked for is no failure, whatever the signal says. */
    private static void stop(CoordinatorProcess process) {
        boolean asked = !process.terminated().toCompletableFuture().isDone();
        process.stop();
        if (asked) {
            Runtime.getRuntime().halt(0);
        }
    }
}
