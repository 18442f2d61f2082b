package io.sweepforge.node.transfer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The coordinator's data sets and artifacts, in memory, on a port of this machine. */
public final class FakeCoordinatorHttp implements AutoCloseable {
    public final Map<String, byte[]> datasets = new ConcurrentHashMap<>();
    public final Map<String, byte[]> artifacts = new ConcurrentHashMap<>();

    /** Requests as {@code GET /path}. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    /** So many requests from now on are answered with 503. */
    public final AtomicInteger troubles = new AtomicInteger();

    /** So many downloads from now on stop after their headers and never go on. */
    public final AtomicInteger stalls = new AtomicInteger();

    /** What a PUT is answered with. */
    volatile int putStatus = 201;

    private final HttpServer server;

    public FakeCoordinatorHttp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        String[] parts = path.split("/", -1);
        if (troubles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 503, new byte[0]);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            artifacts.put(parts[4], exchange.getRequestBody().readAllBytes());
            answer(exchange, putStatus, new byte[0]);
        } else {
            byte[] bytes = (parts[3].equals("datasets") ? datasets : artifacts).get(parts[4]);
            if (stalls.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(200, 1_000_000);
                exchange.getResponseBody().flush();
                return;
            }
            answer(exchange, bytes == null ? 404 : 200, bytes == null ? new byte[0] : bytes);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
