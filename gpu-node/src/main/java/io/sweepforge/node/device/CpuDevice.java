package io.sweepforge.node.device;

import io.sweepforge.protocol.NodeDescription;
import java.util.stream.Stream;

/** The cores of this machine as one device, whose lanes share them. */
public final class CpuDevice {
    private CpuDevice() {}

    /**
     * Describes it.
     *
     * @param cores from 1
     * @param lanesPerCore from 1
     * @param memoryBytes for all lanes together
     * @param backend what computes on them
     * @param cpuName for people
     */
    public static NodeDescription.Device describe(
            int cores, int lanesPerCore, long memoryBytes, String backend, String cpuName) {
        String name = "%s, %d %s".formatted(cpuName, cores, cores == 1 ? "core" : "cores");
        return new NodeDescription.Device("cpu", backend, name, memoryBytes, cores * lanesPerCore);
    }

    /**
     * Reads the name of the processor.
     *
     * @param cpuInfo lines of {@code /proc/cpuinfo}
     * @param otherwise when they do not say
     */
    public static String name(Stream<String> cpuInfo, String otherwise) {
        return cpuInfo.filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }
}
