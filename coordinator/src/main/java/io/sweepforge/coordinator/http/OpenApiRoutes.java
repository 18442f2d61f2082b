package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The contract itself, for programs and for people. */
final class OpenApiRoutes {
    private final HttpResponse document = Json.ok(read());
    private final ClassPathFiles pages = new ClassPathFiles("docs");

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/openapi.json", call -> CompletableFuture.completedFuture(document)),
                Endpoint.get("/docs", call -> page("index.html")),
                Endpoint.get("/docs/docs.js", call -> page("docs.js")),
                Endpoint.get("/docs/docs.css", call -> page("docs.css")));
    }

    /** The document as it stands in the source, as JSON. */
    static JsonNode read() {
        try (InputStream yaml = OpenApiRoutes.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(yaml, "openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<HttpResponse> page(String name) {
        byte[] bytes = pages.read(name).orElseThrow();
        return CompletableFuture.completedFuture(DashboardPages.response(name, bytes));
    }
}
