package io.sweepforge.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @TempDir
    static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Set<String> documented() {
        Set<String> operations = new TreeSet<>();
        OpenApiRoutes.read()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    @Test
    void documentsExactlyTheRoutesThereAre() {
        List<String> routes = server.endpoints().stream()
                .map(endpoint -> endpoint.method().name() + " " + endpoint.template())
                .toList();

        assertThat(documented()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void answersEveryDocumentedOperation() {
        for (String operation : documented()) {
            String method = operation.substring(0, operation.indexOf(' '));
            String path = operation
                    .substring(method.length() + 1)
                    .replace("{number}", "0")
                    .replace("{sha256}", "0".repeat(64))
                    .replace("{id}", "x");
            if (!path.endsWith("/events")) {
                String answer = server.send(server.request(path).method(method, BodyPublishers.noBody()))
                        .body();
                assertThat(answer)
                        .as(operation)
                        .doesNotContain("There is no route")
                        .doesNotContain("does not take");
            }
        }
    }

    @Test
    void servesItAsJsonAndAsAPage() {
        JsonNode document = TestServer.json(server.get("/openapi.json"));

        assertThat(document.get("openapi").asText()).startsWith("3.1");
        assertThat(server.get("/docs").body()).contains("/docs/docs.js").doesNotContain("http://", "https://");
        assertThat(server.get("/docs/docs.js")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("application/javascript");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = OpenApiRoutes.read();

        assertThat(document.findValuesAsText("$ref"))
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
