package io.sweepforge.protocol;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.ServiceKey;
import java.util.List;

/** What nodes tell the coordinator. Every coordinator process has one gateway that takes these. */
public sealed interface CoordinatorMessage extends ProtocolMessage {
    /** Where nodes find a gateway. */
    ServiceKey<CoordinatorMessage> GATEWAY = ServiceKey.create(CoordinatorMessage.class, "sweepforge-gateway");

    /** First word of a node to a gateway it has not met, and again whenever the gateway is another one. */
    record Hello(NodeDescription node, List<AttemptId> held, ActorRef<NodeMessage> replyTo)
            implements CoordinatorMessage {}

    /**
     * Every two seconds, one for all lanes. Keeps the leases alive.
     *
     * @param draining the node takes no new trials
     */
    record Heartbeat(NodeIdentity node, List<DeviceStatus> devices, boolean draining, ActorRef<NodeMessage> replyTo)
            implements CoordinatorMessage {}

    /** News of one sweep's attempts, in order of sequence per attempt. */
    record Updates(NodeIdentity node, String sweep, List<TrialUpdate> updates, ActorRef<NodeMessage> replyTo)
            implements CoordinatorMessage {}

    /** The node stops; what it held is checkpointed and may be given away at once. */
    record Goodbye(NodeIdentity node) implements CoordinatorMessage {}
}
