package io.sweepforge.client.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a script to its end. */
final class Script {
    /** The project's root. */
    static final Path ROOT = Path.of(System.getProperty("sweepforge.root"));

    record Result(int exitCode, String output) {}

    private Script() {}

    static Result run(Path root, Map<String, String> environment, String... commandLine)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(commandLine));
        command.set(0, root.resolve("scripts").resolve(commandLine[0]).toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
