package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Follows sweeps side by side, one thread for each, and shows every change. */
final class Watch {
    private final SweepforgeClient client;
    private final Display display;
    private final Map<String, Sweep> latest = new LinkedHashMap<>();

    Watch(SweepforgeClient client, Display display) {
        this.client = client;
        this.display = display;
    }

    /** Answers an exit code once all are over. */
    int run(List<Sweep> sweeps) {
        sweeps.forEach(sweep -> latest.put(sweep.id(), sweep));
        sweeps.forEach(this::show);
        ExecutorService threads = Executors.newCachedThreadPool(Watch::daemon);
        try {
            CompletableFuture.allOf(latest.values().stream()
                            .filter(sweep -> !sweep.isFinal())
                            .map(sweep ->
                                    CompletableFuture.runAsync(() -> client.follow(sweep.id(), this::show), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
        return latest.values().stream().allMatch(Sweep::isCompleted) ? ExitCode.OK : ExitCode.NOT_COMPLETED;
    }

    private synchronized void show(Sweep sweep) {
        latest.put(sweep.id(), sweep);
        display.show(sweep, List.copyOf(latest.values()));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "watch");
        thread.setDaemon(true);
        return thread;
    }
}
