package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpMethod;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.search.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Finds the endpoint of a request. */
final class Router {
    private static final String NONE = "none";
    private static final List<String> OWN = List.of("api", "health");

    private final List<Endpoint> endpoints;
    private final DashboardPages pages;

    /** @param pages answer a browser's GET of every other path outside {@code /api} and {@code /health} */
    Router(List<Endpoint> endpoints, DashboardPages pages) {
        this.endpoints = List.copyOf(endpoints);
        this.pages = pages;
    }

    /** What answers a request. @param template of the route, {@code none} for unknown ones */
    record Found(String template, Endpoint.Handler handler, Map<String, String> variables) {
        CompletionStage<HttpResponse> answer(HttpRequest request) {
            return handler.handle(new Call(request, variables));
        }
    }

    Found find(HttpRequest request) {
        List<String> path = new ArrayList<>();
        request.getUri().pathSegments().forEach(path::add);
        HttpMethod method = request.method().equals(HttpMethods.HEAD) ? HttpMethods.GET : request.method();
        List<Endpoint> here =
                endpoints.stream().filter(e -> e.match(path).isPresent()).toList();
        return here.stream()
                .filter(endpoint -> endpoint.method().equals(method))
                .findFirst()
                .map(e -> new Found(e.template(), e.handler(), e.match(path).orElseThrow()))
                .orElseGet(() -> here.isEmpty() ? elsewhere(request, path, method) : wrongMethod(here, method));
    }

    private Found elsewhere(HttpRequest request, List<String> path, HttpMethod method) {
        boolean page = method.equals(HttpMethods.GET)
                && (path.isEmpty() || !OWN.contains(path.get(0)))
                && (path.isEmpty() || request.getUri().path().contains(".") || isBrowser(request));
        return page
                ? new Found("/", call -> pages.page(call.request()), Map.of())
                : new Found(NONE, this::unknown, Map.of());
    }

    /** The dashboard shows its own page for a path that it does not know; a program is to be told. */
    private static boolean isBrowser(HttpRequest request) {
        return request.getHeader("Accept")
                .filter(accept -> accept.value().contains("text/html"))
                .isPresent();
    }

    private CompletionStage<HttpResponse> unknown(Call call) {
        String path = call.request().getUri().path();
        List<String> templates =
                endpoints.stream().map(Endpoint::template).distinct().toList();
        String hint = NearestName.of(path, templates)
                .map(template -> "did you mean " + template + "?")
                .orElse("GET /openapi.json lists all routes.");
        throw new Problem(ErrorCode.NOT_FOUND, "There is no route " + path + "; " + hint).toException();
    }

    private static Found wrongMethod(List<Endpoint> here, HttpMethod method) {
        String allowed = here.stream()
                .map(endpoint -> endpoint.method().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        Problem problem = new Problem(
                ErrorCode.METHOD_NOT_ALLOWED,
                here.get(0).template() + " does not take " + method.name() + "; use " + allowed + ".");
        HttpResponse response = problem.toResponse().addHeader(RawHeader.create("Allow", allowed));
        return new Found(here.get(0).template(), call -> CompletableFuture.completedFuture(response), Map.of());
    }
}
