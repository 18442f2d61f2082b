package io.sweepforge.protocol;

/**
 * Who a node is.
 *
 * @param id stable: kept in the node's data directory
 * @param incarnation new with each process; a node that comes back with another one has lost what it trained in memory
 */
public record NodeIdentity(String id, String incarnation) implements ProtocolMessage {}
