package io.sweepforge.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP server that gives prepared answers: per route in order, the last one again and again. */
public final class FakeCoordinator implements AutoCloseable {
    /** What a request had. */
    public record Received(String route, String query, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    private record Prepared(int status, String type, String body) {}

    private final HttpServer server;
    private final Map<String, Queue<Prepared>> answers = new HashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public FakeCoordinator() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param route method and path, e.g. {@code GET /api/v1/sweeps} */
    public FakeCoordinator answer(String route, int status, String type, String body) {
        answers.computeIfAbsent(route, key -> new ArrayDeque<>()).add(new Prepared(status, type, body));
        return this;
    }

    public FakeCoordinator json(String route, String body) {
        return answer(route, 200, "application/json", body.replace('\'', '"'));
    }

    public FakeCoordinator problem(String route, int status, String body) {
        return answer(route, status, "application/problem+json", body.replace('\'', '"'));
    }

    public FakeCoordinator events(String route, String body) {
        return answer(route, 200, "text/event-stream", body.replace('\'', '"'));
    }

    public List<Received> received() {
        return received;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String route =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        received.add(new Received(route, query, Map.copyOf(exchange.getRequestHeaders()), body));
        Prepared answer = next(route);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Prepared next(String route) {
        Queue<Prepared> prepared = answers.get(route);
        if (prepared == null) {
            return new Prepared(404, "application/problem+json", "{\"title\": \"There is no such thing\"}");
        }
        return prepared.size() > 1 ? prepared.remove() : prepared.element();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
