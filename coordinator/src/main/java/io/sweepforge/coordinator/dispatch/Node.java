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

/** A node that has greeted, and how it is doing. */
final class Node {
    private final NodeDescription description;
    private final Instant joinedAt;
    private final Set<String> cachedData = new HashSet<>();
    private final Set<String> fullDevices = new HashSet<>();
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
        devices = beat.devices().stream().collect(Collectors.toMap(DeviceStatus::id, status -> status, (a, b) -> b));
        draining = draining || beat.draining();
        fullDevices.clear();
        lastSeenAt = now;
        silence = Duration.ZERO;
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

    /** Not offered again before its next heartbeat. */
    void full(String device) {
        fullDevices.add(device);
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
            if (takesTrials() && lanes > 0 && !fullDevices.contains(device.id())) {
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
        DeviceStatus status = devices.getOrDefault(device.id(), new DeviceStatus(device.id(), 0, 0, List.of()));
        return new DeviceView(
                device.id(),
                device.backend(),
                device.name(),
                device.memoryBytes(),
                status.memoryUsedBytes(),
                status.utilisation(),
                device.lanes(),
                lost
                        ? List.of()
                        : status.running().stream().map(RunningTrial::of).toList());
    }
}
