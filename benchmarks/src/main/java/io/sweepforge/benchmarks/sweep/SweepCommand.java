package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sweepforge.kernels.data.BadDatasetException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whole sweeps beside PyTorch. */
@Command(
        name = "sweep",
        description = "Whole sweeps by this cluster and by PyTorch with one process per core, on the same space, budget"
                + " and data: wall time to the same best validation score.",
        mixinStandardHelpOptions = true)
public final class SweepCommand implements Callable<Integer> {
    @Option(names = "--sweeps", split = ",", description = "Only these: mnist-conv, etth1-lstm.")
    private List<String> names = RacedSweep.names();

    @Option(
            names = "--data",
            required = true,
            description = "Folder that holds MNIST's 10,000 test digits and ETTh1.csv.")
    private Path data = Path.of(".");

    @Option(names = "--trials", defaultValue = "64", description = "Of each sweep (${DEFAULT-VALUE}).")
    private int trials = 64;

    @Option(
            names = "--seeds",
            defaultValue = "3",
            description = "Searches of each side for each sweep (${DEFAULT-VALUE}).")
    private int seeds = 3;

    @Option(names = "--sampler", defaultValue = "auto", description = "Of our side (${DEFAULT-VALUE}).")
    private String sampler = "auto";

    @Option(names = "--processes", description = "Of the peer; one per core unless given.")
    private int processes = Runtime.getRuntime().availableProcessors();

    @Option(names = "--python", required = true, description = "A Python with PyTorch, and Optuna if it is to be used.")
    private Path python = Path.of("python3");

    @Option(names = "--root", defaultValue = ".", description = "Where this project lies.")
    private Path root = Path.of(".");

    @Option(names = "--json", description = "Also write everything measured to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException, BadDatasetException {
        PrintWriter out = spec.commandLine().getOut();
        List<Searches> searches = new ArrayList<>();
        for (RacedSweep sweep : sweeps()) {
            searches.add(search(sweep));
        }
        SweepReport report = new SweepReport(searches);
        out.printf("%n%s%n%s%n", report.table(), report.verdict());
        if (json != null) {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), report);
        }
        return 0;
    }

    private List<RacedSweep> sweeps() {
        try {
            return names.stream().map(RacedSweep::named).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--sweeps: " + e.getMessage(), e);
        }
    }

    private Searches search(RacedSweep sweep) throws IOException, InterruptedException, BadDatasetException {
        List<Timeline> ours = new ArrayList<>();
        List<Timeline> peers = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            Path folder = Files.createTempDirectory("sweepforge-bench");
            try {
                RacedSweep seeded = sweep.with(trials, seed);
                ours.add(runOurs(seeded, seed, folder));
                peers.add(runPeers(seeded, seed, folder));
            } finally {
                delete(folder);
            }
        }
        return new Searches(sweep.name(), ours, peers);
    }

    private Timeline runOurs(RacedSweep sweep, int seed, Path folder) throws IOException, InterruptedException {
        say(sweep, seed, "this cluster, with " + sampler);
        return ended(new OurSide(root, sampler).run(sweep, sweep.data(data), folder));
    }

    private Timeline runPeers(RacedSweep sweep, int seed, Path folder)
            throws IOException, InterruptedException, BadDatasetException {
        say(sweep, seed, "PyTorch, in " + processes + " processes");
        PeerData.write(sweep, sweep.data(data).decode(), folder);
        Path script = root.resolve("benchmarks/peers/torch_sweep.py");
        return ended(new PeerSide(python, script, processes).run(sweep, folder));
    }

    private Timeline ended(Timeline timeline) {
        PrintWriter progress = spec.commandLine().getErr();
        progress.printf("    best %.4f, %d epochs in %.0f s%n", timeline.best(), timeline.epochs(), timeline.seconds());
        progress.flush();
        return timeline;
    }

    private void say(RacedSweep sweep, int seed, String who) {
        PrintWriter progress = spec.commandLine().getErr();
        progress.printf("  %s, seed %d: %s%n", sweep.name(), seed, who);
        progress.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
