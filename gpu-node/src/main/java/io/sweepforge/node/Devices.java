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
import java.util.List;
import java.util.stream.Stream;

/** Finds the devices that the operator asked for, and the kernels for them. */
final class Devices {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String CPU_BACKEND = "vector";

    private Devices() {}

    /** @throws BadConfigException when there are none of this kind */
    static List<NodeDescription.Device> find(NodeConfig config) {
        if (config.device().equals("gpu")) {
            throw new BadConfigException("This version has no GPU backend yet, so it cannot train on a GPU;"
                    + " start the node with --device cpu to train on this machine's cores.");
        }
        long memory = config.memoryBytes() == 0 ? Runtime.getRuntime().maxMemory() / 2 : config.memoryBytes();
        return List.of(CpuDevice.describe(cores(config), config.lanesPerCore(), memory, CPU_BACKEND, cpuName()));
    }

    private static int cores(NodeConfig config) {
        return config.cores() == 0 ? Runtime.getRuntime().availableProcessors() : config.cores();
    }

    /** @throws BadConfigException when the kernels cannot run on this machine, with the reason */
    static Compute compute(NodeDescription.Device device, NodeConfig config) {
        Backend backend = Backends.named(device.backend());
        if (backend.probe() instanceof Backend.Unavailable unavailable) {
            throw new BadConfigException(
                    "The backend %s cannot run here: %s".formatted(backend.name(), unavailable.reason()));
        }
        return new CpuCompute(backend, device.memoryBytes(), cores(config));
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
