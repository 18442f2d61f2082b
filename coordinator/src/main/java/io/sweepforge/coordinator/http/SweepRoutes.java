package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpResponse;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.Sweeps.Label;
import io.sweepforge.coordinator.api.Sweeps.SweepQuery;
import io.sweepforge.coordinator.spec.PatchReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Sweeps: submit, look, steer. */
record SweepRoutes(Sweeps sweeps, Submissions submissions, Bodies bodies) {
    private static final String SWEEPS = "/api/v1/sweeps";
    private static final String SWEEP = SWEEPS + "/{id}";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(SWEEPS, this::list),
                Endpoint.post(SWEEPS, this::create),
                Endpoint.post(SWEEPS + "/validate", this::validate),
                Endpoint.get(SWEEP, call -> Answers.ok(sweeps.get(call.path("id")))),
                Endpoint.patch(SWEEP, this::change),
                Endpoint.delete(SWEEP, this::delete),
                Endpoint.post(SWEEP + "/pause", call -> Answers.ok(sweeps.pause(call.path("id")))),
                Endpoint.post(SWEEP + "/resume", call -> Answers.ok(sweeps.resume(call.path("id")))),
                Endpoint.post(SWEEP + "/cancel", call -> Answers.ok(sweeps.cancel(call.path("id")))));
    }

    private CompletionStage<HttpResponse> list(Call call) {
        Query query = call.query("state", "name", "label", "limit", "cursor");
        SweepQuery wanted = new SweepQuery(
                query.choice("state", SweepState.class),
                query.text("name"),
                query.text("label").map(SweepRoutes::label),
                query.limit(),
                query.cursor());
        return sweeps.list(wanted).thenApply(Json::ok);
    }

    private static Label label(String text) {
        int separator = text.indexOf(':');
        if (separator < 1) {
            throw Query.refuse("label", "must be key:value, was \"" + text + "\"");
        }
        return new Label(text.substring(0, separator), text.substring(separator + 1));
    }

    private CompletionStage<HttpResponse> create(Call call) {
        Optional<String> key = idempotencyKey(call);
        return bodies.json(call.request())
                .thenCompose(submissions::resolve)
                .thenCompose(resolved -> sweeps.create(resolved.spec(), key))
                .thenApply(Answers::value)
                .thenApply(sweep -> Answers.created(SWEEPS + "/" + sweep.id(), sweep));
    }

    private static Optional<String> idempotencyKey(Call call) {
        Optional<String> key = call.header("Idempotency-Key");
        key.filter(text -> !KEY.matcher(text).matches()).ifPresent(text -> {
            throw Query.refuse("Idempotency-Key", "must be 1 to 200 printable ASCII characters without spaces");
        });
        return key;
    }

    private CompletionStage<HttpResponse> validate(Call call) {
        return bodies.json(call.request()).thenCompose(submissions::resolve).thenApply(Json::ok);
    }

    private CompletionStage<HttpResponse> change(Call call) {
        return bodies.json(call.request())
                .thenApply(tree -> Answers.valid(PatchReader.read(tree)))
                .thenCompose(patch -> Answers.ok(sweeps.change(call.path("id"), patch)));
    }

    private CompletionStage<HttpResponse> delete(Call call) {
        return sweeps.delete(call.path("id")).thenApply(Answers::noContent);
    }
}
