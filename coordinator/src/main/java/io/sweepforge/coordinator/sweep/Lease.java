package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.NodeIdentity;

/**
 * Who executes an attempt.
 *
 * @param attempt from 1
 * @param sequence the node's last update that is recorded, 0 before the first
 */
public record Lease(int attempt, NodeIdentity node, String device, long sequence) {
    Lease recorded(long upTo) {
        return new Lease(attempt, node, device, upTo);
    }
}
