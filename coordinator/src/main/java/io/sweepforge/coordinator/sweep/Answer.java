package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.search.FieldError;
import java.util.List;

/** What a command comes to: events, none of them when it is so already, or a refusal. */
sealed interface Answer {
    record Accepted(List<SweepEvent> events) implements Answer {}

    record Refused(ErrorCode code, String detail, List<FieldError> errors) implements Answer {}

    static Answer accepted(SweepEvent... events) {
        return new Accepted(List.of(events));
    }

    static Answer conflict(String detail) {
        return new Refused(ErrorCode.CONFLICT, detail, List.of());
    }
}
