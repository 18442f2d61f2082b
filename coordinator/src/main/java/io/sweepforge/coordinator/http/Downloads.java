package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import akka.stream.javadsl.StreamConverters;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.artifact.ArtifactStore;
import io.sweepforge.coordinator.artifact.Sha256;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Files on their way out. What is named by its hash never changes, so everybody may keep it for ever. */
record Downloads(ArtifactStore artifacts, Blocking blocking) {
    /** An artifact's bytes. */
    CompletionStage<HttpResponse> artifact(String sha256) {
        return blocking.call(() -> {
            OptionalLong size = Sha256.isHash(sha256) ? artifacts.size(sha256) : OptionalLong.empty();
            if (size.isEmpty()) {
                throw new Problem(ErrorCode.NOT_FOUND, "There is no artifact " + sha256 + ".").toException();
            }
            return bytes(artifacts.open(sha256), size.getAsLong());
        });
    }

    CompletionStage<HttpResponse> file(Path path) {
        return blocking.call(() -> bytes(Files.newInputStream(path), Files.size(path)));
    }

    private static HttpResponse bytes(InputStream in, long size) {
        ContentType type = MediaTypes.BYTES;
        return HttpResponse.create()
                .addHeader(RawHeader.create("Cache-Control", "private, max-age=31536000, immutable"))
                .withEntity(HttpEntities.create(type, size, StreamConverters.fromInputStream(() -> in)));
    }

    /** Tells a browser to save it under a name. */
    static HttpResponse named(HttpResponse response, String name) {
        return response.addHeader(RawHeader.create("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }
}
