package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpResponse;
import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.dataset.BadDatasetException;
import io.sweepforge.coordinator.dataset.DatasetStore;
import io.sweepforge.coordinator.dataset.UploadRequest;
import io.sweepforge.protocol.DatasetReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Data sets: upload, look, fetch. */
record DatasetRoutes(DatasetStore datasets, Bodies bodies, Downloads downloads) {
    private static final String DATASETS = "/api/v1/datasets";
    private static final List<String> TYPES = List.of(
            "text/csv",
            "application/gzip",
            "application/x-gzip",
            "application/zip",
            "application/octet-stream",
            "application/x-npy",
            "application/x-idx",
            "none/none");

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(DATASETS, this::list),
                Endpoint.post(DATASETS, this::upload),
                Endpoint.get(DATASETS + "/{id}", this::get),
                Endpoint.get(DATASETS + "/{id}/content", this::content));
    }

    private CompletionStage<HttpResponse> list(Call call) {
        List<DatasetView> views = datasets.list().stream().map(DatasetView::of).toList();
        return CompletableFuture.completedFuture(Answers.page(call.query("limit", "cursor"), views));
    }

    private CompletionStage<HttpResponse> get(Call call) {
        Datasets.Entry entry = datasets.find(call.path("id")).orElseThrow(() -> unknown(call.path("id")));
        return CompletableFuture.completedFuture(Json.ok(DatasetView.of(entry)));
    }

    private CompletionStage<HttpResponse> content(Call call) {
        Optional<Path> path = datasets.content(call.path("id"));
        return downloads.file(path.orElseThrow(() -> unknown(call.path("id"))));
    }

    private CompletionStage<HttpResponse> upload(Call call) {
        Query query = call.query("name", "task", "target", "index", "shape");
        String type = call.request().entity().getContentType().mediaType().toString();
        if (!TYPES.contains(type)) {
            throw new Problem(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            "Send the file's own bytes with the header Content-Type: text/csv, application/gzip,"
                                    + " application/zip or application/octet-stream (it was " + type + ").")
                    .toException();
        }
        UploadRequest wanted = Answers.valid(UploadRequest.read(query.values()));
        return bodies.upload(call.request(), bytes -> stored(wanted, bytes));
    }

    private HttpResponse stored(UploadRequest wanted, InputStream bytes) throws IOException {
        try {
            DatasetStore.Added added = datasets.add(wanted, bytes);
            DatasetView view = DatasetView.of(added.entry());
            return added.fresh() ? Answers.created(DATASETS + "/" + view.id(), view) : Json.ok(view);
        } catch (BadDatasetException e) {
            throw Problem.invalid(e.errors()).toException();
        } catch (DatasetStore.OtherwiseDescribedException e) {
            throw new Problem(ErrorCode.CONFLICT, String.valueOf(e.getMessage())).toException();
        }
    }

    private static ProblemException unknown(String id) {
        return new Problem(ErrorCode.NOT_FOUND, "There is no data set " + id + "; GET /api/v1/datasets lists them.")
                .toException();
    }

    /** A data set in the words of the contract. */
    private record DatasetView(
            String id,
            String name,
            String task,
            String format,
            int rows,
            List<Integer> shape,
            int classes,
            List<String> columns,
            @Nullable String target,
            @Nullable String index,
            long bytes,
            Instant createdAt) {
        static DatasetView of(Datasets.Entry entry) {
            DatasetReference reference = entry.reference();
            return new DatasetView(
                    reference.hash(),
                    reference.name(),
                    reference.task(),
                    reference.format(),
                    reference.rows(),
                    reference.shape(),
                    reference.classes(),
                    entry.columns(),
                    reference.target(),
                    reference.index(),
                    entry.bytes(),
                    entry.createdAt());
        }
    }
}
