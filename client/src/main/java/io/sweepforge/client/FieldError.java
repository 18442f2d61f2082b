package io.sweepforge.client;

/**
 * One mistake in a request's body.
 *
 * @param field where, e.g. {@code space.learningRate.min}
 * @param message what to change
 */
public record FieldError(String field, String message) {}
