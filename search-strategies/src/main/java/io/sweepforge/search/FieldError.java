package io.sweepforge.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One mistake in a specification, in words that say what to change.
 *
 * @param field path of the offending field as the user wrote it, e.g. {@code space.lr.min}
 * @param message what is wrong, the value that was given and what would be right
 */
public record FieldError(String field, String message) {
    /** All mistakes in one exception, for callers that should have checked before. */
    public static IllegalArgumentException toException(List<FieldError> errors) {
        return new IllegalArgumentException(errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; ")));
    }
}
