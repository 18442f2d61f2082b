package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.SweepView.TrialCounts;
import io.sweepforge.coordinator.api.Sweeps;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Figures for Prometheus. Sweeps and trials are counted when they are asked for. */
final class MetricsRoutes {
    private final PrometheusMeterRegistry registry;
    private final SweepPages sweeps;
    private final MultiGauge sweepGauge;
    private final MultiGauge trialGauge;

    MetricsRoutes(PrometheusMeterRegistry registry, Sweeps sweeps) {
        this.registry = registry;
        this.sweeps = new SweepPages(sweeps);
        this.sweepGauge = gauge("sweepforge.sweeps", "Sweeps by state");
        this.trialGauge = gauge("sweepforge.trials", "Trials of all sweeps by state");
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/metrics", this::scrape));
    }

    private CompletionStage<HttpResponse> scrape(Call call) {
        return sweeps.all().thenApply(all -> {
            sweepGauge.register(rows(countSweeps(all)), true);
            trialGauge.register(rows(countTrials(all)), true);
            return HttpResponse.create()
                    .withEntity(HttpEntities.create(
                            MediaTypes.METRICS, registry.scrape().getBytes(StandardCharsets.UTF_8)));
        });
    }

    private static Map<String, Long> countSweeps(List<SweepView> sweeps) {
        return Arrays.stream(SweepState.values())
                .collect(Collectors.toMap(
                        state -> state.name().toLowerCase(Locale.ROOT),
                        state -> sweeps.stream()
                                .filter(sweep -> sweep.state() == state)
                                .count()));
    }

    private static Map<String, Long> countTrials(List<SweepView> sweeps) {
        List<TrialCounts> counts = sweeps.stream().map(SweepView::trials).toList();
        return Map.of(
                "pending", counts.stream().mapToLong(TrialCounts::pending).sum(),
                "running", counts.stream().mapToLong(TrialCounts::running).sum(),
                "paused", counts.stream().mapToLong(TrialCounts::paused).sum(),
                "completed", counts.stream().mapToLong(TrialCounts::completed).sum(),
                "pruned", counts.stream().mapToLong(TrialCounts::pruned).sum(),
                "failed", counts.stream().mapToLong(TrialCounts::failed).sum(),
                "cancelled", counts.stream().mapToLong(TrialCounts::cancelled).sum());
    }

    private static List<MultiGauge.Row<?>> rows(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .<MultiGauge.Row<?>>map(count -> MultiGauge.Row.of(Tags.of("state", count.getKey()), count.getValue()))
                .toList();
    }
}
