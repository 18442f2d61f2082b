package io.sweepforge.coordinator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Runs what blocks on threads that may block. */
record Blocking(Executor executor) {
    /** Work that may read and write files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    <T> CompletionStage<T> call(Work<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                executor);
    }
}
