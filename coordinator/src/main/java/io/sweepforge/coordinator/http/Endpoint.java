package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpMethod;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One route of the contract as data, so that matching, {@code Allow}, hints, metrics and the test against OpenAPI all see
 * the same list.
 *
 * @param template a path with variables, e.g. {@code /api/v1/sweeps/{id}}
 */
record Endpoint(HttpMethod method, String template, Handler handler) {
    /** Answers a request; may throw or fail with a {@link ProblemException}. */
    @FunctionalInterface
    interface Handler {
        CompletionStage<HttpResponse> handle(Call call);
    }

    static Endpoint get(String template, Handler handler) {
        return new Endpoint(HttpMethods.GET, template, handler);
    }

    static Endpoint post(String template, Handler handler) {
        return new Endpoint(HttpMethods.POST, template, handler);
    }

    static Endpoint put(String template, Handler handler) {
        return new Endpoint(HttpMethods.PUT, template, handler);
    }

    static Endpoint patch(String template, Handler handler) {
        return new Endpoint(HttpMethods.PATCH, template, handler);
    }

    static Endpoint delete(String template, Handler handler) {
        return new Endpoint(HttpMethods.DELETE, template, handler);
    }

    /** The variables' values; empty when the path is another one. */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> pattern = List.of(template.substring(1).split("/", -1));
        if (pattern.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String part = pattern.get(i);
            if (part.startsWith("{") && !path.get(i).isEmpty()) {
                variables.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
