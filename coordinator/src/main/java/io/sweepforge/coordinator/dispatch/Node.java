package io.sweepforge.coordinator.dispatch;

import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.api.Cluster.DeviceView;
import io.sweepforge.coordinator.api.Cluster.NodeView;
import io.sweepforge.coordinator.api.Cluster.RunningTrial;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DeviceStatus;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node that has greeted, and how it is doing. */
final class Node {
    /** Heartbeats without a change after which a device that refused a trial may be asked again. */
    static final int MOST_BEATS = 10;

    private final NodeDescription description;
    private final Instant joinedAt;
    private final Set<String> cachedData = new HashSet<>();
    /** Heartbeats since a device refused a trial. */
    private final Map<String, Integer> fullDevices = new HashMap<>();

    private Map<String, DeviceStatus> devices = new HashMap<>();
    private ActorRef<NodeMessage> ref;
    private Instant lastSeenAt;
    private Duration silence = Duration.ZERO;
    private boolean draining;
    private boolean lost;

    Node(NodeDescription description, ActorRef<NodeMessage> ref, Instant now) {
        this.description = description;
        this.ref = ref;
        this.joinedAt = now;
        this.lastSeenAt = now;
    }

    NodeIdentity identity() {
        return description.identity();
    }

    NodeDescription description() {
        return description;
    }

    ActorRef<NodeMessage> ref() {
        return ref;
    }

    void heard(DispatcherCommand.NodeBeat beat, Instant now) {
        ref = beat.ref();
        Map<String, DeviceStatus> before = devices;
        devices = beat.devices().stream().collect(Collectors.toMap(DeviceStatus::id, status -> status, (a, b) -> b));
        draining = draining || beat.draining();
        fullDevices.replaceAll((device, beats) -> beats + 1);
        fullDevices.values().removeIf(beats -> beats == MOST_BEATS);
        fullDevices.keySet().removeIf(device -> hasChanged(before.get(device), devices.get(device)));
        lastSeenAt = now;
        silence = Duration.ZERO;
    }

    /** Whether lanes came or went. */
    private static boolean hasChanged(@Nullable DeviceStatus before, @Nullable DeviceStatus now) {
        return before == null
                || now == null
                || before.memoryUsedBytes() != now.memoryUsedBytes()
                || !before.running().equals(now.running());
    }

    void passed(Duration time) {
        silence = silence.plus(time);
    }

    /** How long it has been silent, counted only while this process lived. */
    Duration silence() {
        return silence;
    }

    void drain() {
        draining = true;
    }

    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    boolean takesTrials() {
        return !lost && !draining;
    }

    /** Not offered again before lanes came or went there, or some heartbeats: what does not fit now does not fit then. */
    void full(String device) {
        fullDevices.put(device, 0);
    }

    void cached(String datasetHash) {
        cachedData.add(datasetHash);
    }

    boolean runs(AttemptId attempt) {
        return devices.values().stream().anyMatch(status -> status.running().contains(attempt));
    }

    Set<String> families() {
        return description.families().stream().map(FamilyDescription::name).collect(Collectors.toSet());
    }

    /** @param occupied lanes in use by device */
    List<Allocation.Free> free(Map<String, Integer> occupied) {
        List<Allocation.Free> free = new ArrayList<>();
        for (NodeDescription.Device device : description.devices()) {
            int lanes = device.lanes() - occupied.getOrDefault(device.id(), 0);
            if (takesTrials() && lanes > 0 && !fullDevices.containsKey(device.id())) {
                free.add(new Allocation.Free(identity().id(), device.id(), lanes, families(), Set.copyOf(cachedData)));
            }
        }
        return free;
    }

    NodeView view() {
        return new NodeView(
                identity().id(),
                lost ? "lost" : draining ? "draining" : "ready",
                description.address(),
                joinedAt,
                lastSeenAt,
                description.devices().stream().map(this::view).toList(),
                description.families().stream().map(FamilyDescription::name).toList());
    }

    private DeviceView view(NodeDescription.Device device) {
        DeviceStatus status =
                devices.getOrDefault(device.id(), new DeviceStatus(device.id(), 0, null, null, List.of()));
        return new DeviceView(
                device.id(),
                device.backend(),
                device.name(),
                device.memoryBytes(),
                status.memoryUsedBytes(),
                status.utilisation(),
                status.temperatureCelsius(),
                device.lanes(),
                lost
                        ? List.of()
                        : status.running().stream().map(RunningTrial::of).toList());
    }
}
