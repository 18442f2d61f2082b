package io.sweepforge.node;

import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.node.device.Compute;
import io.sweepforge.node.device.CpuCompute;
import io.sweepforge.node.device.CpuDevice;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.config.BadConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The cores of this machine. */
final class CpuDevices {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String BACKEND = "vector";
    /** About as long as a node takes to join its cluster. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private CpuDevices() {}

    static List<LocalDevice> find(NodeConfig config) {
        long memory = config.memoryBytes() == 0 ? Runtime.getRuntime().maxMemory() / 2 : config.memoryBytes();
        int cores = config.cores() == 0 ? Runtime.getRuntime().availableProcessors() : config.cores();
        NodeDescription.Device device = CpuDevice.describe(cores, config.lanesPerCore(), memory, BACKEND, cpuName());
        return List.of(new LocalDevice(device, () -> open(device, cores)));
    }

    /** @throws BadConfigException when the kernels cannot run on this machine, with the reason */
    private static Compute open(NodeDescription.Device device, int cores) {
        Backend backend = Backends.named(device.backend());
        if (backend.probe() instanceof Backend.Unavailable unavailable) {
            throw new BadConfigException(
                    "The backend %s cannot run here: %s".formatted(backend.name(), unavailable.reason()));
        }
        return new CpuCompute(backend, device.memoryBytes(), cores, WARM_UP);
    }

    private static String cpuName() {
        String architecture = System.getProperty("os.arch", "CPU");
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return CpuDevice.name(lines, architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
