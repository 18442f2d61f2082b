package io.sweepforge.coordinator.dispatch;

import io.sweepforge.coordinator.ClusterMessage;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.NodeIdentity;

/** A lane that a sweep's attempt occupies. */
public record Holding(AttemptId attempt, NodeIdentity node, String device) implements ClusterMessage {}
