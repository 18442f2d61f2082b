package io.sweepforge.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of our programs as a process of its own, its output in a file. */
final class JvmProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private JvmProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param module the module whose distribution is started, with the flags of every other JVM of the project */
    static JvmProcess start(Path log, String module, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("sweepforge.jvm.flags").split(" ")));
        command.addAll(List.of("-Xmx1g", "-cp", libraries(module), mainClass));
        command.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
            return new JvmProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String libraries(String module) {
        Path lib = TestCluster.root().resolve(module).resolve("target/dist/lib");
        if (!Files.isDirectory(lib)) {
            throw new IllegalStateException("there is no distribution at " + lib + ": run mvn package first");
        }
        return lib + "/*";
    }

    /** Waits for a line of this process's output; fails with the whole output when it does not come. */
    JvmProcess awaitOutput(String text) {
        await().atMost(PATIENCE).until(() -> said(text));
        return this;
    }

    private boolean said(String text) {
        if (!process.isAlive()) {
            throw new AssertionError("process ended with " + process.exitValue() + ":\n" + output());
        }
        return output().contains(text);
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}: no last word, no flush. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM, as an operator would. */
    int stop() {
        process.destroy();
        return awaitExit();
    }

    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("process " + process.pid() + " does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
