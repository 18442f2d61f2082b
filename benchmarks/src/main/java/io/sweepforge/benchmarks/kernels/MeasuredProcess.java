package io.sweepforge.benchmarks.kernels;

import io.sweepforge.benchmarks.Children;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A worker of one thread, ours or PyTorch's; idle between measurements. */
final class MeasuredProcess implements AutoCloseable {
    /** Libraries that would start threads of their own. */
    private static final Map<String, String> ONE_THREAD = Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1");

    private final List<String> command;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;

    private MeasuredProcess(List<String> command) {
        this.command = command;
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().putAll(ONE_THREAD);
        try {
            process = Children.start(builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = process.inputReader(StandardCharsets.UTF_8);
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    static MeasuredProcess ours(Workload workload) {
        return new MeasuredProcess(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-XX:ActiveProcessorCount=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.sweepforge.benchmarks.Main",
                "kernel-worker",
                workload.name()));
    }

    static MeasuredProcess peers(Path python, Path script, Workload workload) {
        return new MeasuredProcess(List.of(python.toString(), script.toString(), workload.name()));
    }

    /** Waits until it has warmed up. */
    void awaitReady() {
        while (!answer().equals("ready")) {}
    }

    void begin(double seconds) {
        commands.println(seconds);
    }

    /** Steps per second since {@link #begin}. */
    double rate() {
        return Double.parseDouble(answer());
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("this process ended early: " + String.join(" ", command));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }
}
