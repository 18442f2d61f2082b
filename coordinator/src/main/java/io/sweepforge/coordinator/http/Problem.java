package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.Outcome.Rejected;
import io.sweepforge.search.FieldError;
import java.util.List;
import java.util.Locale;

/**
 * An answer that says what went wrong (RFC 9457).
 *
 * @param detail one sentence that says what to do
 * @param errors each mistake by field; empty when no field is to blame
 */
record Problem(ErrorCode code, String detail, List<FieldError> errors) {
    Problem(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    static Problem of(Rejected<?> rejected) {
        return new Problem(rejected.code(), rejected.detail(), rejected.errors());
    }

    /** A specification with these mistakes. */
    static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? "Correct the field " + errors.get(0).field() + "; nothing was changed."
                : "Correct the " + errors.size() + " mistakes listed in errors; nothing was changed.";
        return new Problem(ErrorCode.INVALID_SPECIFICATION, detail, errors);
    }

    /** A request with one wrong query parameter or header. */
    static Problem badParameter(String name, String message) {
        return new Problem(
                ErrorCode.INVALID_REQUEST,
                "The parameter " + name + " " + message + ".",
                List.of(new FieldError(name, message)));
    }

    ProblemException toException() {
        return new ProblemException(this);
    }

    HttpResponse toResponse() {
        String type =
                "urn:sweepforge:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Body body = new Body(type, code.title(), code.status(), detail, errors);
        return HttpResponse.create().withStatus(code.status()).withEntity(Json.entity(MediaTypes.PROBLEM, body));
    }

    private record Body(
            String type,
            String title,
            int status,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}
}
