package io.sweepforge.benchmarks.sweep;

import io.sweepforge.benchmarks.Children;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A coordinator and a CPU node of this machine, as anyone would start them, on free loopback ports. */
final class LocalCluster implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final long POLL_MILLIS = 100;

    private final Path scripts;
    private final Path data;
    private final int httpPort = freePort();
    private final int clusterPort = freePort();
    private final Deque<Process> processes = new ArrayDeque<>();

    private LocalCluster(Path root, Path data) throws IOException {
        this.scripts = root.resolve("scripts");
        this.data = data;
    }

    /**
     * Starts both and waits until they are ready.
     *
     * @param root where this project lies
     * @param data an empty directory for everything they keep
     */
    static LocalCluster start(Path root, Path data) throws IOException, InterruptedException {
        LocalCluster cluster = new LocalCluster(root, data);
        try {
            String clusterPort = String.valueOf(cluster.clusterPort);
            cluster.launch(
                    "start-coordinator",
                    "--http-port",
                    String.valueOf(cluster.httpPort),
                    "--cluster-port",
                    clusterPort);
            cluster.launch("start-gpu-node", "--device", "cpu", "--join", "127.0.0.1:" + clusterPort);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    private void launch(String script, String... arguments) throws IOException, InterruptedException {
        Path log = data.resolve(script + ".log");
        List<String> command = Stream.concat(
                        Stream.of(scripts.resolve(script).toString(), "--data", data.toString()),
                        Arrays.stream(arguments))
                .toList();
        Process process = Children.start(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
        processes.push(process);
        for (long tries = PATIENCE_SECONDS * 1000 / POLL_MILLIS;
                !Files.readString(log).contains(" is ready");
                tries--) {
            if (tries == 0 || !process.isAlive()) {
                throw new IllegalStateException(script + " did not get ready:\n" + Files.readString(log));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The node first, so that the coordinator does not wait for it. */
    @Override
    public void close() {
        for (Process process : processes) {
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
