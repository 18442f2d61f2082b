package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.CheckpointReference;

/**
 * Where a trial comes from that began as a copy of another. Part of events, so names here are for ever.
 *
 * @param parent number of the trial that was copied
 * @param checkpoint of the parent, from which the copy goes on
 */
public record Origin(int parent, CheckpointReference checkpoint) {}
