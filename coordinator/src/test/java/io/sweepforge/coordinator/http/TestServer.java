package io.sweepforge.coordinator.http;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorSystem;
import akka.http.javadsl.ServerBinding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sweepforge.coordinator.Fixtures;
import io.sweepforge.coordinator.artifact.DirectoryArtifactStore;
import io.sweepforge.coordinator.dataset.DatasetStore;
import io.sweepforge.coordinator.dataset.UploadRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The real server on a free port of the loopback address, over fakes, with the data set {@code digits} uploaded. */
final class TestServer implements AutoCloseable {
    static final long MAX_BODY = 64 << 10;
    static final long MAX_UPLOAD = 256 << 10;

    final FakeSweeps sweeps = new FakeSweeps();
    final FakeCluster cluster = new FakeCluster();
    final DatasetStore datasets;
    final DirectoryArtifactStore artifacts;
    private final ActorTestKit kit = ActorTestKit.create("http", ConfigFactory.parseString("akka.loglevel = WARNING"));
    private final ServerBinding binding;
    private final HttpClient client = HttpClient.newHttpClient();

    TestServer(Path directory) throws Exception {
        datasets = DatasetStore.open(directory.resolve("datasets"), Clock.fixed(Fixtures.NOON, ZoneOffset.UTC));
        artifacts = new DirectoryArtifactStore(directory.resolve("artifacts"));
        datasets.add(
                new UploadRequest("digits", "classification", null, null, List.of()),
                new ByteArrayInputStream(digits().getBytes(StandardCharsets.UTF_8)));
        binding = start(0);
    }

    /** 40 rows of 4 values and one of two classes. */
    static String digits() {
        return IntStream.range(0, 40)
                .mapToObj(i -> "%d,1,2,3,%d".formatted(i, i % 2))
                .collect(Collectors.joining("\n"));
    }

    ServerBinding start(int port) {
        HttpSettings settings = new HttpSettings("127.0.0.1", port, MAX_BODY, MAX_UPLOAD);
        return HttpServer.start(kit.system(), sweeps, cluster, datasets, artifacts, settings)
                .toCompletableFuture()
                .join();
    }

    List<Endpoint> endpoints() {
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, MAX_BODY, MAX_UPLOAD);
        return Endpoints.of(
                kit.system(),
                new Ports(sweeps, cluster, datasets, artifacts),
                settings,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    ActorSystem<Void> system() {
        return kit.system();
    }

    int port() {
        return binding.localAddress().getPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    @Override
    public void close() {
        kit.shutdownTestKit();
    }
}
