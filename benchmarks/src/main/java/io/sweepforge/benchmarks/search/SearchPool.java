package io.sweepforge.benchmarks.search;

import io.sweepforge.search.problem.SearchRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Runs searches side by side, each on one thread. */
final class SearchPool implements AutoCloseable {
    private final ExecutorService threads;
    private final Progress progress;

    SearchPool(int threads, Progress progress) {
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "search");
            thread.setDaemon(true);
            return thread;
        });
        this.progress = progress;
    }

    /** The outcomes in the order of the cells. */
    List<Outcome> measure(List<Cell> cells, List<Integer> budgets) {
        List<List<CompletableFuture<double[]>>> running = new ArrayList<>();
        progress.begin(cells.stream().mapToInt(Cell::seeds).sum());
        for (Cell cell : cells) {
            running.add(cell.runs().stream()
                    .map(run -> CompletableFuture.supplyAsync(() -> measure(cell, run), threads))
                    .collect(Collectors.toList()));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            List<double[]> regrets =
                    running.get(i).stream().map(CompletableFuture::join).collect(Collectors.toList());
            outcomes.add(cells.get(i).outcome(regrets, budgets));
        }
        progress.end();
        return outcomes;
    }

    private double[] measure(Cell cell, SearchRun run) {
        double[] regrets = run.regrets();
        progress.step(cell.toString());
        return regrets;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
