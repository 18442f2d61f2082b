package io.sweepforge.node.transfer;

import io.sweepforge.node.trial.CheckpointStore;
import io.sweepforge.node.trial.TrialFailedException;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.FailureCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Data sets and checkpoints at the coordinator, over HTTP, verified by their SHA-256. A coordinator that cannot be reached
 * or is in trouble (5xx) is asked again until it answers.
 */
public final class CoordinatorFiles implements CheckpointStore {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** For a whole transfer: a machine that vanished in the middle of one never says so. */
    private static final Duration LONGEST_TRANSFER = Duration.ofMinutes(15);

    private final HttpClient http;
    private final Backoff backoff;
    private final Duration limit;
    private volatile @Nullable URI base;

    /** @param executor runs what happens to the bytes */
    public CoordinatorFiles(Executor executor, Backoff backoff) {
        this(executor, backoff, LONGEST_TRANSFER);
    }

    CoordinatorFiles(Executor executor, Backoff backoff, Duration limit) {
        this.limit = limit;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(executor)
                .build();
        this.backoff = backoff;
    }

    /** Tells where the coordinator is now. Before the first time everything waits. */
    public void coordinatorAt(URI url) {
        base = url;
    }

    @Override
    public CompletableFuture<CheckpointReference> save(int epoch, byte[] bytes) {
        String hash = Sha256.hex(bytes);
        CheckpointReference reference = new CheckpointReference(hash, epoch, bytes.length);
        return Retry.of("Saving a checkpoint", backoff, () -> put(hash, bytes).thenApply(saved -> reference));
    }

    @Override
    public CompletableFuture<byte[]> load(CheckpointReference reference) {
        return get("The checkpoint", "artifacts/" + reference.hash(), reference.hash(), FailureCode.BAD_CHECKPOINT);
    }

    /** The bytes of a data set as they were uploaded. */
    CompletableFuture<byte[]> dataset(String name, String hash) {
        return get("The data set " + name, "datasets/" + hash + "/content", hash, FailureCode.DATA_MISSING);
    }

    private CompletableFuture<byte[]> get(String what, String path, String hash, FailureCode code) {
        return Retry.of(
                "Fetching " + path,
                backoff,
                () -> send(path, HttpRequest.newBuilder().GET()).thenCompose(response -> {
                    if (response.statusCode() != 200) {
                        return failed(
                                code,
                                "%s (%s) cannot be had from the coordinator: it answered %d."
                                        .formatted(what, hash, response.statusCode()));
                    }
                    if (!Sha256.hex(response.body()).equals(hash)) {
                        return failed(
                                code,
                                "%s (%s) is damaged: its SHA-256 is %s."
                                        .formatted(what, hash, Sha256.hex(response.body())));
                    }
                    return CompletableFuture.completedFuture(response.body());
                }));
    }

    private CompletableFuture<Boolean> put(String hash, byte[] bytes) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .PUT(BodyPublishers.ofByteArray(bytes))
                .header("Content-Type", "application/octet-stream");
        return send("artifacts/" + hash, request)
                .thenCompose(response -> response.statusCode() < 300
                        ? CompletableFuture.completedFuture(true)
                        : failed(
                                FailureCode.BAD_CHECKPOINT,
                                "The coordinator refused a checkpoint of %d bytes: it answered %d."
                                        .formatted(bytes.length, response.statusCode())));
    }

    /** An answer that says something about the request; anything else is an {@link IOException}. */
    private CompletableFuture<HttpResponse<byte[]>> send(String path, HttpRequest.Builder request) {
        URI coordinator = base;
        if (coordinator == null) {
            return CompletableFuture.failedFuture(new IOException("no coordinator has welcomed this node yet"));
        }
        request.uri(URI.create(coordinator + "/api/v1/" + path)).timeout(limit);
        return bounded(http.sendAsync(request.build(), BodyHandlers.ofByteArray()))
                .thenCompose(response -> {
                    int status = response.statusCode();
                    return status >= 500 || status == 408 || status == 429
                            ? CompletableFuture.failedFuture(new IOException("the coordinator answered " + status))
                            : CompletableFuture.completedFuture(response);
                });
    }

    /** The request's own timeout ends with the headers of the answer. */
    private <T> CompletableFuture<T> bounded(CompletableFuture<T> transfer) {
        return transfer.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(error -> CompletableFuture.failedFuture(
                        error instanceof TimeoutException ? new IOException("no end after " + limit) : error));
    }

    private static <T> CompletableFuture<T> failed(FailureCode code, String message) {
        return CompletableFuture.failedFuture(new TrialFailedException(code, message));
    }
}
