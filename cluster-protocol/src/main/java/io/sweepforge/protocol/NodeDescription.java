package io.sweepforge.protocol;

import java.util.List;

/**
 * What a node offers; told once when it greets the coordinator.
 *
 * @param address where it runs, for people, e.g. {@code 10.0.0.7:25521}
 */
public record NodeDescription(
        NodeIdentity identity, String address, List<Device> devices, List<FamilyDescription> families)
        implements ProtocolMessage {
    /**
     * What one device is.
     *
     * @param id unique on the node, e.g. {@code cpu-0}
     * @param backend {@code vector}, {@code cudnn}, ...
     * @param name the hardware's name for people
     * @param memoryBytes memory that trials on it may use together
     * @param lanes trials it trains at once, at most
     */
    public record Device(String id, String backend, String name, long memoryBytes, int lanes)
            implements ProtocolMessage {}
}
