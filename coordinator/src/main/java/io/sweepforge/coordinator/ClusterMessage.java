package io.sweepforge.coordinator;

/** Marks what coordinators say to each other; bound to Jackson CBOR in this process's configuration. */
public interface ClusterMessage {}
