package io.sweepforge.protocol;

/** Marks what may cross a process border; bound to Jackson CBOR in both processes' configuration. */
public interface ProtocolMessage {}
