package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.util.ByteString;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.Sweeps.TrialOrder;
import io.sweepforge.coordinator.api.Sweeps.TrialQuery;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.spec.TrialRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One sweep's trials. */
record TrialRoutes(Sweeps sweeps, Bodies bodies, Downloads downloads) {
    private static final String TRIALS = "/api/v1/sweeps/{id}/trials";
    private static final String TRIAL = TRIALS + "/{number}";

    private enum Direction {
        ASC,
        DESC
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(TRIALS, this::list),
                Endpoint.post(TRIALS, this::add),
                Endpoint.get(TRIAL, this::get),
                Endpoint.get(TRIAL + "/metrics", this::metrics),
                Endpoint.get(TRIAL + "/log", this::log),
                Endpoint.get(TRIAL + "/checkpoint", this::checkpoint),
                Endpoint.post(TRIAL + "/stop", this::stop));
    }

    private CompletionStage<HttpResponse> list(Call call) {
        Query query = call.query("state", "sort", "order", "limit", "cursor");
        String sweep = call.path("id");
        TrialOrder sort = query.choice("sort", TrialOrder.class).orElse(TrialOrder.NUMBER);
        Optional<Boolean> descending = query.choice("order", Direction.class).map(Direction.DESC::equals);
        CompletionStage<Boolean> order = sort == TrialOrder.VALUE && descending.isEmpty()
                ? bestIsLargest(sweep)
                : CompletableFuture.completedFuture(descending.orElse(false));
        Optional<TrialState> state = query.choice("state", TrialState.class);
        int limit = query.limit();
        Optional<String> cursor = query.position().map(String::valueOf);
        return order.thenCompose(
                down -> Answers.ok(sweeps.trials(sweep, new TrialQuery(state, sort, down, limit, cursor))));
    }

    /** Sorted by value without a word about the order, the best come first. */
    private CompletionStage<Boolean> bestIsLargest(String sweep) {
        return sweeps.get(sweep)
                .thenApply(Answers::value)
                .thenApply(found -> found.spec().objectives().get(0).goal().equals("maximize"));
    }

    private CompletionStage<HttpResponse> add(Call call) {
        return bodies.json(call.request())
                .thenApply(tree -> Answers.valid(TrialRequest.read(tree)))
                .thenCompose(parameters -> sweeps.addTrial(call.path("id"), parameters))
                .thenApply(Answers::value)
                .thenApply(trial -> Answers.created(call.request().getUri().path() + "/" + trial.number(), trial));
    }

    private CompletionStage<HttpResponse> get(Call call) {
        return Answers.ok(sweeps.trial(call.path("id"), call.number()));
    }

    private CompletionStage<HttpResponse> metrics(Call call) {
        return Answers.map(
                sweeps.metrics(call.path("id"), call.number()), reports -> Json.ok(Map.of("items", reports)));
    }

    private CompletionStage<HttpResponse> log(Call call) {
        return Answers.map(
                sweeps.log(call.path("id"), call.number()),
                lines -> HttpResponse.create()
                        .withEntity(HttpEntities.create(
                                MediaTypes.TEXT, lines.map(line -> ByteString.fromString(line + "\n")))));
    }

    private CompletionStage<HttpResponse> checkpoint(Call call) {
        String name = "trial-" + call.number() + ".checkpoint";
        return sweeps.checkpoint(call.path("id"), call.number())
                .thenApply(Answers::value)
                .thenCompose(hash -> downloads.artifact(hash))
                .thenApply(response -> Downloads.named(response, name));
    }

    private CompletionStage<HttpResponse> stop(Call call) {
        return Answers.ok(sweeps.stopTrial(call.path("id"), call.number()));
    }
}
