package io.sweepforge.coordinator.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.japi.function.Function;
import io.sweepforge.coordinator.api.Cluster;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.artifact.ArtifactStore;
import io.sweepforge.coordinator.dataset.DatasetStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The coordinator's HTTP server. */
public final class HttpServer {
    private HttpServer() {}

    /**
     * Begins to listen.
     *
     * @return fails with a {@link io.sweepforge.protocol.config.BadConfigException} when the port is taken
     */
    public static CompletionStage<ServerBinding> start(
            ActorSystem<?> system,
            Sweeps sweeps,
            Cluster cluster,
            DatasetStore datasets,
            ArtifactStore artifacts,
            HttpSettings settings) {
        Function<HttpRequest, CompletionStage<HttpResponse>> handler =
                request -> CompletableFuture.completedFuture(HttpResponse.create());
        return Http.get(system).newServerAt(settings.host(), settings.port()).bind(handler);
    }
}
