package io.sweepforge.coordinator.http;

import akka.NotUsed;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.sweepforge.coordinator.api.SweepChange;
import io.sweepforge.coordinator.api.SweepChange.Payload;
import io.sweepforge.coordinator.api.Sweeps;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Live updates as Server-Sent Events. */
record EventRoutes(Sweeps sweeps, Duration heartbeat) {
    private static final ByteString BEAT = ByteString.fromString(":\n\n");

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/sweeps/{id}/events", this::ofSweep), Endpoint.get("/api/v1/events", this::ofAll));
    }

    private CompletionStage<HttpResponse> ofSweep(Call call) {
        String sweep = call.path("id");
        Optional<String> after = call.header("Last-Event-ID");
        return Answers.map(sweeps.get(sweep), found -> stream(sweeps.changes(sweep, after)));
    }

    private CompletionStage<HttpResponse> ofAll(Call call) {
        return CompletableFuture.completedFuture(stream(sweeps.changes(call.header("Last-Event-ID"))));
    }

    /** Comments go out at once and whenever nothing happens, so that both sides notice a broken connection. */
    private HttpResponse stream(Source<SweepChange, NotUsed> changes) {
        Source<ByteString, NotUsed> events =
                Source.single(BEAT).concat(changes.map(EventRoutes::event)).keepAlive(heartbeat, () -> BEAT);
        return HttpResponse.create()
                .addHeader(RawHeader.create("Cache-Control", "no-cache"))
                .withEntity(HttpEntities.create(MediaTypes.EVENTS, events));
    }

    private static ByteString event(SweepChange change) {
        String json = new String(Json.bytes(body(change.payload())), StandardCharsets.UTF_8);
        return ByteString.fromString(
                "id: %s\nevent: %s\ndata: %s\n\n".formatted(change.id(), name(change.payload()), json));
    }

    private static String name(Payload payload) {
        return payload instanceof Payload.SweepChanged
                ? "sweep"
                : payload instanceof Payload.TrialChanged ? "trial" : "report";
    }

    private static Object body(Payload payload) {
        return payload instanceof Payload.SweepChanged changed
                ? changed.sweep()
                : payload instanceof Payload.TrialChanged changed ? changed.trial() : payload;
    }
}
