package io.sweepforge.protocol;

/** Why an attempt ended without a result. */
public record Failure(FailureCode code, String message) implements ProtocolMessage {}
