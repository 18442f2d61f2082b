package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.NodeIdentity;

/**
 * Who executes an attempt.
 *
 * @param attempt from 1
 * @param sequence the node's last update that is recorded, 0 before the first
 * @param pausing the trial is to checkpoint and give the lane away
 * @param promoted it was promoted meanwhile: if the node has not heard of the pause it just goes on, else it goes on
 *     elsewhere as soon as the lane is given away
 */
public record Lease(int attempt, NodeIdentity node, String device, long sequence, boolean pausing, boolean promoted) {
    Lease(int attempt, NodeIdentity node, String device) {
        this(attempt, node, device, 0, false, false);
    }

    Lease recorded(long upTo) {
        return new Lease(attempt, node, device, Math.max(sequence, upTo), pausing, promoted);
    }

    Lease askedToPause() {
        return new Lease(attempt, node, device, sequence, true, false);
    }

    Lease promotedMeanwhile() {
        return new Lease(attempt, node, device, sequence, pausing, true);
    }

    /** Whether the trial has to wait for a promotion once this attempt is over. */
    boolean endsPaused() {
        return pausing && !promoted;
    }

    boolean isHeldBy(int otherAttempt, NodeIdentity other) {
        return attempt == otherAttempt && node.equals(other);
    }
}
