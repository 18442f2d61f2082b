package io.sweepforge.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads RFC 9457 problems. */
final class Problems {
    private static final int LONGEST_FOREIGN_BODY = 200;

    private Problems() {}

    /** The exception for an answer; one that is no problem (a proxy's page, say) is quoted. */
    static ApiException read(int status, String body) {
        try {
            JsonNode problem = Json.parse(body);
            if (problem.has("title") || problem.has("detail")) {
                return new ApiException(status, message(problem), errors(problem));
            }
        } catch (JsonProcessingException foreign) {
            return foreign(status, body);
        }
        return foreign(status, body);
    }

    private static String message(JsonNode problem) {
        String title = problem.path("title").asText();
        String detail = problem.path("detail").asText();
        if (title.isEmpty() || detail.isEmpty()) {
            return title + detail;
        }
        return title + ": " + detail;
    }

    private static List<FieldError> errors(JsonNode problem) {
        List<FieldError> errors = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            errors.add(new FieldError(
                    error.path("field").asText(), error.path("message").asText()));
        }
        return errors;
    }

    private static ApiException foreign(int status, String body) {
        String quoted = body.length() > LONGEST_FOREIGN_BODY ? body.substring(0, LONGEST_FOREIGN_BODY) + "…" : body;
        return new ApiException(status, "status " + status + " without an explanation: " + quoted.strip(), List.of());
    }
}
