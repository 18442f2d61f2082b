package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.probe.GpuReport.Fault;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries the GPUs of this machine in a process of its own: driver, devices, a kernel, cuDNN, a convolution. Where a GPU ends
 * the process, another one tries the others.
 */
public final class GpuProbe {
    /** Reading cuDNN's libraries from a slow disk for the first time takes long; a healthy GPU takes seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private GpuProbe() {}

    /**
     * Tries them now; takes seconds where there is a GPU.
     *
     * @throws UncheckedIOException when no process can be started
     */
    public static GpuReport run() {
        return run(command(), PATIENCE);
    }

    /** The Java that this process runs on, with its class path. */
    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-D%s=%s".formatted(CudnnLibrary.HOME_PROPERTY, System.getProperty(CudnnLibrary.HOME_PROPERTY, "")),
                "-cp",
                absolute(System.getProperty("java.class.path")),
                ProbeMain.class.getName());
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    static GpuReport run(List<String> command, Duration patience) {
        List<Fault> deadly = new ArrayList<>();
        while (true) {
            List<String> trying = new ArrayList<>(command);
            deadly.forEach(fault -> trying.add(String.valueOf(fault.ordinal())));
            Heard heard = hear(trying, patience);
            Optional<Fault> last = Verdict.deadly(heard.log(), heard.ending());
            if (last.isEmpty() || deadly.size() + 1 >= heard.log().devices().size()) {
                return Verdict.of(heard.log(), heard.ending(), visibleDevices(), deadly);
            }
            deadly.add(last.get());
        }
    }

    private static String visibleDevices() {
        return System.getenv().getOrDefault("CUDA_VISIBLE_DEVICES", "");
    }

    private record Heard(ProbeLog log, Verdict.Ending ending) {}

    private static Heard hear(List<String> command, Duration patience) {
        try {
            Path directory = Files.createTempDirectory("sweepforge-probe-");
            try {
                return hear(command, patience, directory);
            } finally {
                deleteAll(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the process that tries the GPU cannot be started", e);
        }
    }

    /** A JVM that is ended by a library leaves a report in the directory that it runs in. */
    private static Heard hear(List<String> command, Duration patience, Path directory) throws IOException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = await(process, patience);
        process.destroyForcibly();
        List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                .lines()
                .toList();
        Verdict.Ending ending = ended
                ? new Verdict.Ending(process.exitValue(), 0)
                : new Verdict.Ending(0, Math.max(1, patience.toSeconds()));
        return new Heard(ProbeLog.parse(lines), ending);
    }

    private static boolean await(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
