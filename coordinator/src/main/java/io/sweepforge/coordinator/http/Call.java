package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import io.sweepforge.coordinator.api.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request that has found its route. */
record Call(HttpRequest request, Map<String, String> variables) {
    /** A variable of the route's template. */
    String path(String variable) {
        return Objects.requireNonNull(variables.get(variable), variable);
    }

    /** A trial's number from the path. */
    int number() {
        String text = path("number");
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new Problem(
                            ErrorCode.NOT_FOUND,
                            "Trials are numbered by integers from 0, so there is no trial \"" + text + "\".")
                    .toException();
        }
    }

    Optional<String> header(String name) {
        return request.getHeader(name).map(HttpHeader::value);
    }

    /** The query's parameters; others than these are refused, for they are typos. */
    Query query(String... known) {
        return Query.of(request, List.of(known));
    }
}
