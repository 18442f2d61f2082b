package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpResponse;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sweepforge.coordinator.api.Cluster;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.strategy.StrategyDescription;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Nodes, and what can be asked for. */
record ClusterRoutes(Cluster cluster) {
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/nodes", this::nodes),
                Endpoint.post("/api/v1/nodes/{id}/drain", this::drain),
                Endpoint.get("/api/v1/model-families", this::families),
                Endpoint.get("/api/v1/samplers", call -> strategies(call, Samplers.descriptions())),
                Endpoint.get("/api/v1/schedulers", call -> strategies(call, Schedulers.descriptions())));
    }

    private CompletionStage<HttpResponse> nodes(Call call) {
        Query query = call.query("limit", "cursor");
        return cluster.nodes().thenApply(nodes -> Answers.page(query, nodes));
    }

    private CompletionStage<HttpResponse> drain(Call call) {
        return Answers.ok(cluster.drain(call.path("id")));
    }

    private CompletionStage<HttpResponse> families(Call call) {
        Query query = call.query("limit", "cursor");
        return cluster.families().thenApply(families -> Answers.page(query, families));
    }

    private static CompletionStage<HttpResponse> strategies(Call call, List<StrategyDescription> descriptions) {
        List<StrategyView> views = descriptions.stream().map(StrategyView::of).toList();
        return CompletableFuture.completedFuture(Answers.page(call.query("limit", "cursor"), views));
    }

    private record StrategyView(String kind, String description, boolean available, List<OptionView> options) {
        static StrategyView of(StrategyDescription strategy) {
            List<OptionView> options = strategy.options().stream()
                    .map(option -> new OptionView(option.name(), option.description(), option.defaultValue()))
                    .toList();
            return new StrategyView(strategy.kind(), strategy.description(), true, options);
        }
    }

    private record OptionView(
            String name,
            String description,
            @JsonProperty("default") Object byDefault) {}
}
