package io.sweepforge.coordinator.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.settings.ServerSettings;
import akka.japi.function.Function;
import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sweepforge.coordinator.api.Cluster;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.artifact.ArtifactStore;
import io.sweepforge.coordinator.dataset.DatasetStore;
import io.sweepforge.protocol.config.BadConfigException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The coordinator's HTTP server. */
public final class HttpServer {
    private HttpServer() {}

    /**
     * Begins to listen.
     *
     * @return fails with a {@link BadConfigException} when it cannot listen there, for example as the port is taken
     */
    public static CompletionStage<ServerBinding> start(
            ActorSystem<?> system,
            Sweeps sweeps,
            Cluster cluster,
            DatasetStore datasets,
            ArtifactStore artifacts,
            HttpSettings settings) {
        Ports ports = new Ports(sweeps, cluster, datasets, artifacts);
        Function<HttpRequest, CompletionStage<HttpResponse>> service = service(system, ports, settings);
        return Http.get(system)
                .newServerAt(settings.host(), settings.port())
                .withSettings(serverSettings(system))
                .bind(service)
                .exceptionally(failure -> {
                    throw cannotListen(settings, failure);
                });
    }

    private static HttpService service(ActorSystem<?> system, Ports ports, HttpSettings settings) {
        PrometheusMeterRegistry registry = registry();
        Router router = new Router(
                Endpoints.of(system, ports, settings, registry), new DashboardPages(new ClassPathFiles("dashboard")));
        return new HttpService(system, router, new RequestMetrics(registry));
    }

    private static ServerSettings serverSettings(ActorSystem<?> system) {
        return ServerSettings.create(ConfigFactory.parseResources("sweepforge-http.conf")
                .withFallback(system.settings().config()));
    }

    private static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    private static RuntimeException cannotListen(HttpSettings settings, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String reason =
                cause.getCause() == null ? cause.getMessage() : cause.getCause().getMessage();
        return new BadConfigException(
                "Cannot listen for HTTP on %s:%d (%s); choose a free port with --http-port or sweepforge.http.port."
                        .formatted(settings.host(), settings.port(), reason));
    }
}
