package io.sweepforge.coordinator.dataset;

import io.sweepforge.search.FieldError;
import java.util.List;

/** An upload that no family could learn from; says where the mistake is and what would be right. */
public final class BadDatasetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /** @param field {@code content}, or the query parameter to blame */
    BadDatasetException(String field, String message) {
        super(message);
        this.errors = List.of(new FieldError(field, message));
    }

    /** Something is wrong with the bytes. */
    BadDatasetException(String message) {
        this("content", message);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
