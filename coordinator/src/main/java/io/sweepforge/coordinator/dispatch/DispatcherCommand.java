package io.sweepforge.coordinator.dispatch;

import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.ClusterMessage;
import io.sweepforge.coordinator.api.Cluster.NodeView;
import io.sweepforge.protocol.DeviceStatus;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dispatcher is told. */
public sealed interface DispatcherCommand extends ClusterMessage {
    /**
     * What a sweep wants and has. Told after every change and again every now and then, so the dispatcher needs no memory.
     *
     * @param wanted lanes it could use now
     * @param holdings all lanes it occupies
     * @param answered number of the last offer that this takes into account; 0 before the first
     */
    record Demand(
            String sweep,
            int priority,
            String family,
            String datasetHash,
            int wanted,
            List<Holding> holdings,
            long answered)
            implements DispatcherCommand {}

    /** The sweep is over. */
    record SweepGone(String sweep) implements DispatcherCommand {}

    /** A node refused a trial for lack of lanes: we knew too little about the device. */
    record DeviceFull(NodeIdentity node, String device) implements DispatcherCommand {}

    record NodeMet(NodeDescription node, ActorRef<NodeMessage> ref) implements DispatcherCommand {}

    record NodeBeat(NodeIdentity node, List<DeviceStatus> devices, boolean draining, ActorRef<NodeMessage> ref)
            implements DispatcherCommand {}

    record NodeLeft(NodeIdentity node) implements DispatcherCommand {}

    record ShowNodes(ActorRef<Nodes> replyTo) implements DispatcherCommand {}

    record Nodes(List<NodeView> nodes) implements ClusterMessage {}

    record ShowFamilies(ActorRef<Families> replyTo) implements DispatcherCommand {}

    record Families(List<FamilyDescription> families) implements ClusterMessage {}

    record Drain(String node, ActorRef<Drained> replyTo) implements DispatcherCommand {}

    /** @param node null when there is none of that name */
    record Drained(@Nullable NodeView node) implements ClusterMessage {}

    /** Who could answer questions about a family? */
    record FindNode(String family, ActorRef<Found> replyTo) implements DispatcherCommand {}

    /** @param node null when none that lives has the family */
    record Found(@Nullable ActorRef<NodeMessage> node) implements ClusterMessage {}

    /** Time passes. */
    record Tick() implements DispatcherCommand {}
}
