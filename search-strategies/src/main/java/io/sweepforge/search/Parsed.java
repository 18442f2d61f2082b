package io.sweepforge.search;

import java.util.List;
import java.util.Optional;

/**
 * What came out of reading user input: a value, or every mistake that was found.
 *
 * @param value empty exactly when there are errors
 */
public record Parsed<T>(Optional<T> value, List<FieldError> errors) {
    public Parsed {
        errors = List.copyOf(errors);
        if (value.isPresent() != errors.isEmpty()) {
            throw new IllegalArgumentException("errors: must be empty exactly when there is a value, was " + errors);
        }
    }

    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(Optional.of(value), List.of());
    }

    /**
     * A failure.
     *
     * @param errors at least one
     */
    public static <T> Parsed<T> invalid(List<FieldError> errors) {
        return new Parsed<>(Optional.empty(), errors);
    }

    /** The value of input that is known to be right; otherwise an {@link IllegalArgumentException} with all mistakes. */
    public T get() {
        return value.orElseThrow(() -> FieldError.toException(errors));
    }
}
