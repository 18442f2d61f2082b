package io.sweepforge.coordinator.api;

import io.sweepforge.search.FieldError;
import java.util.List;

/** What came of a request: the answer, or why there is none. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * @param detail one sentence that says what to do
     * @param errors each mistake of the body by field; empty when the code is not about a body
     */
    record Rejected<T>(ErrorCode code, String detail, List<FieldError> errors) implements Outcome<T> {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> rejected(ErrorCode code, String detail) {
        return new Rejected<>(code, detail, List.of());
    }
}
