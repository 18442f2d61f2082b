package io.sweepforge.coordinator.http;

import akka.NotUsed;
import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.sweepforge.coordinator.api.Sweeps;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All trials of a sweep in one file, read page by page while it is sent. */
record ExportRoutes(Sweeps sweeps) {
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/sweeps/{id}/trials.csv", this::csv),
                Endpoint.get("/api/v1/sweeps/{id}/trials.json", this::json));
    }

    private CompletionStage<HttpResponse> csv(Call call) {
        return Answers.map(sweeps.get(call.path("id")), sweep -> {
            TrialTable table = TrialTable.of(sweep.spec());
            Source<ByteString, NotUsed> rows =
                    new TrialPages(sweeps).all(sweep.id()).map(table::row).map(ByteString::fromString);
            return file(
                    MediaTypes.CSV,
                    "trials.csv",
                    Source.single(ByteString.fromString(table.header())).concat(rows));
        });
    }

    private CompletionStage<HttpResponse> json(Call call) {
        return Answers.map(sweeps.get(call.path("id")), sweep -> {
            Source<ByteString, NotUsed> items = new TrialPages(sweeps)
                    .all(sweep.id())
                    .map(trial -> ByteString.fromArrayUnsafe(Json.bytes(trial)))
                    .intersperse(
                            ByteString.fromString("["), ByteString.fromString(",\n"), ByteString.fromString("]\n"));
            return file(MediaTypes.JSON, "trials.json", items);
        });
    }

    private static HttpResponse file(ContentType type, String name, Source<ByteString, NotUsed> bytes) {
        return Downloads.named(HttpResponse.create().withEntity(HttpEntities.create(type, bytes)), name);
    }
}
