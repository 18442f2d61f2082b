package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpResponse;
import io.sweepforge.coordinator.api.Cluster;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.Sweeps.SweepQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** For those who restart processes and balance loads. */
record HealthRoutes(Sweeps sweeps, Cluster cluster) {
    private static final SweepQuery ONE =
            new SweepQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1, Optional.empty());
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/health/live", this::live), Endpoint.get("/health/ready", this::ready));
    }

    private CompletionStage<HttpResponse> live(Call call) {
        return CompletableFuture.completedFuture(Json.ok(Map.of("status", "live")));
    }

    /** Ready is who can list sweeps and nodes: the cluster is formed and the journal was read. */
    private CompletionStage<HttpResponse> ready(Call call) {
        return sweeps.list(ONE)
                .thenCombine(cluster.nodes(), (sweep, nodes) -> Json.ok(Map.of("status", "ready")))
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(failure -> new Problem(
                                ErrorCode.UNAVAILABLE, "The cluster is still forming; ask again in a moment.")
                        .toResponse());
    }
}
