package io.sweepforge.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.protocol.config.BadConfigException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a node reads of the operator's configuration.
 *
 * @param dataDirectory absolute
 * @param host the address that the cluster reaches this node at
 * @param join coordinators, as host:port; at least one
 * @param heartbeat at least 100 ms
 * @param device {@code gpu} or {@code cpu}
 * @param cores 0 to 1024; 0 means all
 * @param lanesPerCore 1 to 64
 * @param memoryBytes for the lanes of a CPU; 0 means half of the heap
 * @param gpu how GPUs are used
 */
public record NodeConfig(
        Path dataDirectory,
        String clusterName,
        String host,
        List<String> join,
        Duration heartbeat,
        String device,
        int cores,
        int lanesPerCore,
        long memoryBytes,
        Gpu gpu) {
    /**
     * How GPUs are used.
     *
     * @param memoryFraction of each GPU's memory that lanes may occupy, 0.05 to 0.95
     * @param lanes on each GPU, 1 to 4096
     * @param kernels {@code cudnn} or {@code fused}
     * @param precision of LSTMs; single with {@code cudnn}
     * @param cudnnHome directory that has cuDNN, absolute; empty to look for it
     */
    public record Gpu(double memoryFraction, int lanes, String kernels, Precision precision, String cudnnHome) {}

    private static final String HEARTBEAT = "sweepforge.leases.heartbeat";
    private static final String MEMORY = "sweepforge.node.memory";
    private static final String FRACTION = "sweepforge.node.gpu.memory-fraction";
    private static final String KERNELS = "sweepforge.node.gpu.kernels";
    static final String PRECISION = "sweepforge.node.gpu.precision";
    private static final String CUDNN_HOME = "sweepforge.node.gpu.cudnn-home";
    private static final String JOIN = "sweepforge.cluster.join";

    /**
     * Reads and checks it.
     *
     * @param base what a relative data directory is relative to
     * @throws BadConfigException naming key, value and range
     */
    public static NodeConfig from(Config config, Path base) {
        return new NodeConfig(
                base.resolve(text(config, "sweepforge.data-directory"))
                        .toAbsolutePath()
                        .normalize(),
                text(config, "sweepforge.cluster.name"),
                text(config, "sweepforge.cluster.host"),
                join(config),
                heartbeat(config),
                device(config),
                number(config, "sweepforge.node.cpu.cores", 0, 1024),
                number(config, "sweepforge.node.cpu.lanes-per-core", 1, 64),
                memory(config),
                gpu(config));
    }

    private static Gpu gpu(Config config) {
        double fraction = read(config, FRACTION, config::getDouble);
        require(fraction >= 0.05 && fraction <= 0.95, FRACTION, fraction, "a number from 0.05 to 0.95");
        String home = read(config, CUDNN_HOME, config::getString);
        require(home.isEmpty() || Path.of(home).isAbsolute(), CUDNN_HOME, home, "an absolute path, or empty");
        String kernels = text(config, KERNELS);
        require(List.of("cudnn", "fused").contains(kernels), KERNELS, kernels, "cudnn or fused");
        int lanes = number(config, "sweepforge.node.gpu.lanes", 1, 4096);
        return new Gpu(fraction, lanes, kernels, precision(config, kernels), home);
    }

    private static Precision precision(Config config, String kernels) {
        String word = text(config, PRECISION);
        Precision precision = Stream.of(Precision.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
        require(precision != null, PRECISION, word, "float32 or bfloat16");
        boolean fits = precision == Precision.FLOAT32 || kernels.equals("fused");
        require(fits, PRECISION, word, "float32 with kernels = " + kernels);
        return Objects.requireNonNull(precision);
    }

    private static List<String> join(Config config) {
        List<String> join = read(config, JOIN, config::getStringList);
        require(!join.isEmpty(), JOIN, "[]", "at least one coordinator as host:port");
        join.forEach(address -> require(isAddress(address), JOIN, address, "host:port with a port from 1 to 65535"));
        return List.copyOf(join);
    }

    private static boolean isAddress(String address) {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        return colon > 0
                && port.matches("[0-9]{1,5}")
                && Integer.parseInt(port) >= 1
                && Integer.parseInt(port) <= 65_535;
    }

    private static Duration heartbeat(Config config) {
        Duration heartbeat = read(config, HEARTBEAT, config::getDuration);
        require(heartbeat.toMillis() >= 100, HEARTBEAT, heartbeat.toMillis() + "ms", "at least 100ms");
        return heartbeat;
    }

    private static long memory(Config config) {
        long bytes = read(config, MEMORY, config::getBytes);
        require(bytes >= 0, MEMORY, bytes + "B", "at least 0B");
        return bytes;
    }

    private static String device(Config config) {
        String device = text(config, "sweepforge.node.device");
        require(List.of("gpu", "cpu").contains(device), "sweepforge.node.device", device, "gpu or cpu");
        return device;
    }

    private static String text(Config config, String key) {
        String value = read(config, key, config::getString);
        require(!value.isBlank(), key, "\"\"", "some text");
        return value;
    }

    private static int number(Config config, String key, int min, int max) {
        int value = read(config, key, config::getInt);
        require(value >= min && value <= max, key, value, "a whole number from " + min + " to " + max);
        return value;
    }

    private static <T> T read(Config config, String key, Function<String, T> getter) {
        try {
            return getter.apply(key);
        } catch (ConfigException e) {
            String value = config.hasPath(key) ? config.getValue(key).render() : "absent";
            throw new BadConfigException("%s is %s, which cannot be used: %s".formatted(key, value, e.getMessage()));
        }
    }

    private static void require(boolean good, String key, Object value, String wanted) {
        if (!good) {
            throw new BadConfigException("%s must be %s, was %s".formatted(key, wanted, value));
        }
    }
}
