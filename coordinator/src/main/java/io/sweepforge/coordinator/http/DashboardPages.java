package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import io.sweepforge.coordinator.api.ErrorCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The dashboard from the class path. It routes its own pages, so every path whose last part has no dot is its start
 * page. Nothing in it loads from elsewhere.
 */
final class DashboardPages {
    private static final String START = "index.html";
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final ClassPathFiles files;

    DashboardPages(ClassPathFiles files) {
        this.files = files;
    }

    /** The file that a path names, the start page, or a problem. */
    CompletionStage<HttpResponse> page(HttpRequest request) {
        String path = request.getUri().path().substring(1);
        String name = path.contains(".") ? path : START;
        Optional<byte[]> bytes = files.read(name);
        if (bytes.isEmpty()) {
            String detail = name.equals(START)
                    ? "This coordinator was built without the dashboard; GET /openapi.json lists its routes."
                    : "There is no file /" + path + ".";
            throw new Problem(ErrorCode.NOT_FOUND, detail).toException();
        }
        return CompletableFuture.completedFuture(response(name, bytes.get()));
    }

    /** A file with headers that keep browsers from loading or guessing anything else. */
    static HttpResponse response(String name, byte[] bytes) {
        String caching = name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
        return HttpResponse.create()
                .addHeader(RawHeader.create("Cache-Control", caching))
                .addHeader(RawHeader.create("Content-Security-Policy", POLICY))
                .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
                .withEntity(HttpEntities.create(MediaTypes.ofFile(name), bytes));
    }
}
