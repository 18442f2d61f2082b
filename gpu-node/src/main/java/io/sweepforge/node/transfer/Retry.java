package io.sweepforge.node.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a transfer again as long as it fails with an {@link IOException}: a network or a coordinator comes back. */
final class Retry<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private final String what;
    private final Backoff backoff;
    private final Supplier<CompletableFuture<T>> call;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Retry(String what, Backoff backoff, Supplier<CompletableFuture<T>> call) {
        this.what = what;
        this.backoff = backoff;
        this.call = call;
    }

    /**
     * Calls until a call ends otherwise than by an {@link IOException}.
     *
     * @param what for the log
     * @return cancel it to give up
     */
    static <T> CompletableFuture<T> of(String what, Backoff backoff, Supplier<CompletableFuture<T>> call) {
        Retry<T> retry = new Retry<>(what, backoff, call);
        retry.attempt(1);
        return retry.result;
    }

    private void attempt(int number) {
        if (!result.isDone()) {
            call.get().whenComplete((value, error) -> finish(number, value, error));
        }
    }

    private void finish(int number, T value, @Nullable Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause == null) {
            result.complete(value);
        } else if (cause instanceof IOException) {
            Duration delay = backoff.after(number);
            LOG.warn("{} failed ({}); trying again in {} ms", what, cause.toString(), delay.toMillis());
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> attempt(number + 1));
        } else {
            result.completeExceptionally(cause);
        }
    }
}
