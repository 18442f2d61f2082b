package io.sweepforge.benchmarks.curves;

import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.space.Configuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Trains every configuration of a study, each on one thread, and writes the table of its curves. */
final class CurveRecorder {
    private static final long MEMORY = 1L << 30;
    private static final int MOST = 100_000;

    private final CurveStudy study;
    private final Dataset data;
    private final long seed;

    CurveRecorder(CurveStudy study, Path dataFolder, long seed) throws IOException, BadDatasetException {
        this.study = study;
        this.data = study.data(dataFolder).decode();
        this.seed = seed;
    }

    /**
     * Records all curves in the order of the grid, and goes on where an earlier run was interrupted.
     *
     * @param comment what to say about machine and date in the first line
     */
    void record(Path file, String comment, int threads, PrintWriter progress) throws IOException {
        List<Configuration> points = GridWalk.points(study.space(), MOST).orElseThrow();
        int recorded = begin(file, comment);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardOpenOption.APPEND))) {
            List<CompletableFuture<String>> lines = points.stream()
                    .skip(recorded)
                    .map(point -> CompletableFuture.supplyAsync(() -> CurveTable.line(point, train(point)), pool))
                    .collect(Collectors.toList());
            for (CompletableFuture<String> line : lines) {
                out.println(line.join());
                out.flush();
                progress.printf("%s: %d of %d configurations%n", study.name(), ++recorded, points.size());
                progress.flush();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** How many curves the file holds already. */
    private int begin(Path file, String comment) throws IOException {
        if (!Files.exists(file)) {
            Files.write(file, List.of("# " + comment, CurveTable.header(study)));
        }
        return Files.readAllLines(file).size() - 2;
    }

    /** The metric after each epoch, NaN from where training diverged. */
    private double[] train(Configuration configuration) {
        double[] metrics = new double[study.epochs()];
        Arrays.fill(metrics, Double.NaN);
        try (Cores cores = new Cores(1);
                TrialArray array = TrialArrays.open(
                        Backends.named("vector"), ModelFamilies.named(study.family()), data, MEMORY, cores)) {
            array.add("lane", new LaneSpec(study.parameters(configuration), study.epochs(), seed));
            while (array.size() > 0) {
                for (LaneReport report : array.poll()) {
                    if (report instanceof LaneReport.EpochFinished epoch) {
                        metrics[epoch.epoch() - 1] =
                                epoch.metrics().getOrDefault(study.objective().metric(), Double.NaN);
                    }
                }
            }
        } catch (LaneRefusedException e) {
            throw new IllegalStateException(study.name() + ": " + configuration, e);
        }
        return metrics;
    }
}
