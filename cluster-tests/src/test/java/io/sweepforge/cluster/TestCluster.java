package io.sweepforge.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A coordinator and nodes as real processes on free loopback ports, sharing one data directory. */
final class TestCluster implements AutoCloseable {
    private final Path data;
    private final int httpPort;
    private final int clusterPort;
    private final List<JvmProcess> started = new ArrayList<>();

    TestCluster(Path data) {
        this.data = data;
        this.httpPort = freePort();
        this.clusterPort = freePort();
    }

    String url() {
        return "http://127.0.0.1:" + httpPort;
    }

    Api api() {
        return new Api(url());
    }

    JvmProcess startCoordinator() {
        return launchCoordinator(httpPort, clusterPort, data).awaitOutput("is ready at " + url());
    }

    /** Starts a coordinator without waiting for it, for those that are not meant to come up. */
    JvmProcess launchCoordinator(int httpPort, int clusterPort, Path data) {
        return launch(
                "coordinator",
                "coordinator",
                "io.sweepforge.coordinator.Main",
                List.of(
                        "--config", configuration(),
                        "--http-port", String.valueOf(httpPort),
                        "--cluster-port", String.valueOf(clusterPort),
                        "--data", data.toString()));
    }

    JvmProcess startNode() {
        return launch(
                        "node",
                        "gpu-node",
                        "io.sweepforge.node.Main",
                        List.of(
                                "--config",
                                configuration(),
                                "--join",
                                "127.0.0.1:" + clusterPort,
                                "--device",
                                "cpu",
                                "--data",
                                data.toString()))
                .awaitOutput("is ready");
    }

    private JvmProcess launch(String role, String module, String mainClass, List<String> arguments) {
        Path log = data.resolve("logs").resolve(role + "-" + started.size() + ".log");
        JvmProcess process = JvmProcess.start(log, module, mainClass, arguments);
        started.add(process);
        return process;
    }

    int httpPort() {
        return httpPort;
    }

    Path data() {
        return data;
    }

    static Path root() {
        return Path.of(System.getProperty("sweepforge.root"));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration() {
        return root().resolve("cluster.conf").toString();
    }

    @Override
    public void close() {
        started.forEach(JvmProcess::close);
    }
}
