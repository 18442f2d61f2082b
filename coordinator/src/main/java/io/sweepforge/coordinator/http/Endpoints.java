package io.sweepforge.coordinator.http;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every route of the contract. */
final class Endpoints {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** Seeds chosen here survive readers that know double-precision numbers only. */
    private static final int SEEDS = 1 << 30;

    private Endpoints() {}

    static List<Endpoint> of(
            ActorSystem<?> system, Ports ports, HttpSettings settings, PrometheusMeterRegistry registry) {
        Blocking blocking = new Blocking(system.dispatchers().lookup(DispatcherSelector.blocking()));
        Bodies bodies = new Bodies(system, blocking, settings);
        Downloads downloads = new Downloads(ports.artifacts(), blocking);
        SecureRandom random = new SecureRandom();
        Submissions submissions =
                new Submissions(ports.cluster(), ports.datasets(), ports.sweeps(), () -> random.nextInt(SEEDS));
        return Stream.of(
                        new SweepRoutes(ports.sweeps(), submissions, bodies).endpoints(),
                        new TrialRoutes(ports.sweeps(), bodies, downloads).endpoints(),
                        new ExportRoutes(ports.sweeps()).endpoints(),
                        new AnalysisRoutes(system, ports.sweeps(), blocking).endpoints(),
                        new EventRoutes(ports.sweeps(), HEARTBEAT).endpoints(),
                        new ClusterRoutes(ports.cluster()).endpoints(),
                        new DatasetRoutes(ports.datasets(), bodies, downloads).endpoints(),
                        new ArtifactRoutes(ports.artifacts(), bodies, downloads).endpoints(),
                        new HealthRoutes(ports.sweeps(), ports.cluster()).endpoints(),
                        new MetricsRoutes(registry, ports.sweeps()).endpoints(),
                        new OpenApiRoutes().endpoints())
                .flatMap(List::stream)
                .toList();
    }
}
