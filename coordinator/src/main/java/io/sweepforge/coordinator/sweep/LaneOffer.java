package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.ClusterMessage;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;

/** A free lane on a node's device. */
public record LaneOffer(NodeIdentity node, String device, ActorRef<NodeMessage> ref) implements ClusterMessage {}
