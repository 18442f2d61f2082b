package io.sweepforge.node.device;

import io.sweepforge.protocol.NodeDescription;
import org.jspecify.annotations.Nullable;

/** A device of this node. Nothing here blocks; what comes of it is told by {@link LaneEvent}s, in order for each lane. */
public interface LaneDevice {
    NodeDescription.Device description();

    void start(LaneRequest request);

    /** Takes a lane out; answered by {@link LaneEvent.Removed} even when it has already left. */
    void remove(String lane);

    /** Takes a lane out with a checkpoint; answered by {@link LaneEvent.Parked} unless it has already left. */
    void park(String lane);

    /** Lets a lane go on that rests because it is to be held after an epoch; without effect on others. */
    void goOn(String lane);

    Load load();

    /**
     * How busy it is.
     *
     * @param memoryUsedBytes bytes that lanes occupy, by their families' estimates
     * @param utilisation share of the time since the last call in which it trained, 0 to 1; null when nobody knows
     * @param temperatureCelsius null when nobody knows
     */
    record Load(
            long memoryUsedBytes,
            @Nullable Double utilisation,
            @Nullable Integer temperatureCelsius) {}
}
