package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpResponse;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.artifact.ArtifactStore;
import io.sweepforge.coordinator.artifact.HashMismatchException;
import io.sweepforge.coordinator.artifact.Sha256;
import io.sweepforge.search.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Checkpoints on their way between nodes. */
record ArtifactRoutes(ArtifactStore artifacts, Bodies bodies, Downloads downloads) {
    private static final String ARTIFACT = "/api/v1/artifacts/{sha256}";

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get(ARTIFACT, this::get), Endpoint.put(ARTIFACT, this::put));
    }

    private CompletionStage<HttpResponse> get(Call call) {
        return downloads.artifact(call.path("sha256"));
    }

    private CompletionStage<HttpResponse> put(Call call) {
        String sha256 = call.path("sha256");
        if (!Sha256.isHash(sha256)) {
            throw Problem.badParameter("sha256", "must be 64 lower-case hex digits, was \"" + sha256 + "\"")
                    .toException();
        }
        return bodies.upload(call.request(), bytes -> stored(sha256, bytes));
    }

    private HttpResponse stored(String sha256, InputStream bytes) throws IOException {
        try {
            boolean fresh = artifacts.put(sha256, bytes);
            Map<String, String> body = Map.of("sha256", sha256);
            return fresh ? Answers.created("/api/v1/artifacts/" + sha256, body) : Json.ok(body);
        } catch (HashMismatchException e) {
            String message = String.valueOf(e.getMessage());
            throw new Problem(ErrorCode.INVALID_SPECIFICATION, message, List.of(new FieldError("sha256", message)))
                    .toException();
        }
    }
}
