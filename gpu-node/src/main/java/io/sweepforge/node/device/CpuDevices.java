package io.sweepforge.node.device;

import io.sweepforge.protocol.NodeDescription;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cores of this machine as devices. */
public final class CpuDevices {
    private CpuDevices() {}

    /**
     * Describes each core as a device.
     *
     * @param cores from 1
     * @param lanesPerCore from 1
     * @param memoryBytes divided evenly among the cores
     * @param backend what computes on them
     * @param cpuName for people
     * @return {@code cpu-0}, {@code cpu-1}, ...
     */
    public static List<NodeDescription.Device> describe(
            int cores, int lanesPerCore, long memoryBytes, String backend, String cpuName) {
        return IntStream.range(0, cores)
                .mapToObj(core ->
                        new NodeDescription.Device("cpu-" + core, backend, cpuName, memoryBytes / cores, lanesPerCore))
                .toList();
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
