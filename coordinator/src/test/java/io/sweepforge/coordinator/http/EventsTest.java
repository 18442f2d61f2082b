package io.sweepforge.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import akka.stream.javadsl.Sink;
import akka.util.ByteString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {
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

    private static List<String> lines(HttpRequest.Builder request, int count) throws IOException {
        HttpResponse<InputStream> response = server.send(request, BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isEmpty()).limit(count).toList();
        }
    }

    @Test
    void tellsWhatHappensInASweep() throws IOException {
        List<String> lines = lines(server.request("/api/v1/sweeps/s1/events"), 10);

        assertThat(lines.get(0)).isEqualTo(":");
        assertThat(lines.subList(1, 3)).containsExactly("id: 1", "event: sweep");
        assertThat(lines.get(3)).startsWith("data: {\"id\":\"s1\"");
        assertThat(lines.subList(4, 6)).containsExactly("id: 2", "event: trial");
        assertThat(lines.get(6)).startsWith("data: {\"number\":0,\"state\":\"completed\"");
        assertThat(lines.subList(7, 9)).containsExactly("id: 3", "event: report");
        assertThat(lines.get(9))
                .isEqualTo("data: {\"number\":0,\"attempt\":1,\"step\":4,\"metrics\":{\"loss\":0.25},"
                        + "\"at\":\"2026-03-01T12:00:00Z\"}");
    }

    @Test
    void goesOnAfterTheLastEventThatWasSeen() throws IOException {
        List<String> lines = lines(server.request("/api/v1/sweeps/s1/events").header("Last-Event-ID", "2"), 3);

        assertThat(lines.subList(1, 3)).containsExactly("id: 3", "event: report");
    }

    @Test
    void tellsHowAllSweepsChange() throws IOException {
        assertThat(lines(server.request("/api/v1/events"), 3)).containsExactly(":", "id: 1", "event: sweep");
    }

    @Test
    void beatsWhileNothingHappens() {
        EventRoutes routes = new EventRoutes(server.sweeps, Duration.ofMillis(20));
        Endpoint all = routes.endpoints().get(1);
        Call call = new Call(akka.http.javadsl.model.HttpRequest.create(), Map.of());

        List<String> chunks = all.handler()
                .handle(call)
                .thenCompose(response -> response.entity()
                        .getDataBytes()
                        .map(ByteString::utf8String)
                        .take(5)
                        .runWith(Sink.seq(), server.system()))
                .toCompletableFuture()
                .join();

        assertThat(chunks.subList(2, 5)).containsOnly(":\n\n");
    }
}
