package io.sweepforge.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a device is doing now.
 *
 * @param memoryUsedBytes bytes that its lanes occupy
 * @param utilisation share of the last interval in which it trained, 0 to 1; null when nobody knows
 * @param temperatureCelsius null when nobody knows
 * @param running the attempts that are its lanes
 */
public record DeviceStatus(
        String id,
        long memoryUsedBytes,
        @Nullable Double utilisation,
        @Nullable Integer temperatureCelsius,
        List<AttemptId> running)
        implements ProtocolMessage {}
