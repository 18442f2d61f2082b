package io.sweepforge.node;

import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.node.device.ArrayOpener;
import io.sweepforge.node.device.CpuDevices;
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
        Runtime machine = Runtime.getRuntime();
        int cores = config.cores() == 0 ? machine.availableProcessors() : config.cores();
        long memory = config.memoryBytes() == 0 ? machine.maxMemory() / 2 : config.memoryBytes();
        return CpuDevices.describe(cores, config.lanesPerCore(), memory, CPU_BACKEND, cpuName());
    }

    /** @throws BadConfigException when the kernels cannot run on this machine, with the reason */
    static ArrayOpener opener(NodeDescription.Device device) {
        Backend backend = Backends.named(device.backend());
        if (backend.probe() instanceof Backend.Unavailable unavailable) {
            throw new BadConfigException(
                    "The backend %s cannot run here: %s".formatted(backend.name(), unavailable.reason()));
        }
        return (family, dataset) ->
                TrialArrays.open(backend, ModelFamilies.named(family.name()), dataset, device.memoryBytes());
    }

    private static String cpuName() {
        String architecture = System.getProperty("os.arch", "CPU");
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return CpuDevices.name(lines, architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
