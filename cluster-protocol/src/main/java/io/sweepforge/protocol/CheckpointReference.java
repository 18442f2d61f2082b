package io.sweepforge.protocol;

/**
 * A checkpoint in the artifact store.
 *
 * @param hash SHA-256 of its bytes, lower-case hex
 * @param epoch epochs trained when it was taken
 */
public record CheckpointReference(String hash, int epoch, long bytes) implements ProtocolMessage {}
