package io.sweepforge.protocol;

import java.util.List;

/**
 * How a device is doing now.
 *
 * @param memoryUsedBytes bytes that its lanes occupy
 * @param utilisation share of the last interval in which it trained, 0 to 1
 * @param running the attempts that are its lanes
 */
public record DeviceStatus(String id, long memoryUsedBytes, double utilisation, List<AttemptId> running)
        implements ProtocolMessage {}
