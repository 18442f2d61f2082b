package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.NodeIdentity;

/**
 * Who executes an attempt.
 *
 * @param attempt from 1
 * @param sequence the node's last update that is recorded, 0 before the first
 * @param pausing the node was told to checkpoint and give the lane away
 */
public record Lease(int attempt, NodeIdentity node, String device, long sequence, boolean pausing) {
    Lease recorded(long upTo) {
        return new Lease(attempt, node, device, Math.max(sequence, upTo), pausing);
    }

    Lease askedToPause() {
        return new Lease(attempt, node, device, sequence, true);
    }

    boolean isHeldBy(int otherAttempt, NodeIdentity other) {
        return attempt == otherAttempt && node.equals(other);
    }
}
