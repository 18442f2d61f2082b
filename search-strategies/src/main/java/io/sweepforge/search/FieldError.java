package io.sweepforge.search;

/**
 * One mistake in a specification, in words that say what to change.
 *
 * @param field path of the offending field as the user wrote it, e.g. {@code space.lr.min}
 * @param message what is wrong, the value that was given and what would be right
 */
public record FieldError(String field, String message) {}
