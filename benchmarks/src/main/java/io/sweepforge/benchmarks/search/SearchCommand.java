package io.sweepforge.benchmarks.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sweepforge.benchmarks.curves.CurveRace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures samplers. */
@Command(
        name = "search",
        description = "Every sampler on every problem beside Optuna's recorded figures, what a suggestion costs, many"
                + " trials at once, and early stopping on data sets.",
        mixinStandardHelpOptions = true)
public final class SearchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum Section {
        quality,
        parallel,
        cost,
        curves
    }

    private static final int QUICK_SEEDS = 2;
    private static final int QUICK_TRIALS = 25;
    private static final int MOST_FINISHED = 10_000;

    @Option(
            names = "--seeds",
            defaultValue = "10",
            description =
                    "Searches per sampler and problem (${DEFAULT-VALUE}; at most 5 where models are fitted: gp, auto).")
    private int seeds = 10;

    @Option(names = "--trials", defaultValue = "200", description = "Trials of each search (${DEFAULT-VALUE}).")
    private int trials = 200;

    @Option(names = "--samplers", split = ",", description = "Only these samplers.")
    private List<String> samplers = Tasks.samplers();

    @Option(names = "--problems", split = ",", description = "Only these problems.")
    private List<String> problems = Tasks.names();

    @Option(names = "--sections", split = ",", description = "Only some of: ${COMPLETION-CANDIDATES}.")
    private List<Section> sections = List.of(Section.values());

    @Option(
            names = "--contenders",
            split = ",",
            description = "What runs on the learning curves: SAMPLER+SCHEDULER[:OPTION=VALUE]...")
    private List<String> contenders = CurveRace.CONTENDERS;

    @Option(
            names = "--data",
            description =
                    "Folder of the data sets that the curves section trains on: mnist-t10k-images-idx3-ubyte.gz and"
                            + " mnist-t10k-labels-idx1-ubyte.gz, ETTh1.csv, digits.csv.gz, sunspots.csv; those that it holds.")
    private Path data = Path.of(".");

    @Option(
            names = "--memory",
            description = "Folder where learning curves are kept for the next run; to be emptied when kernels change.")
    private @Nullable Path memory;

    @Option(
            names = "--workers",
            defaultValue = "16",
            description = "Trials at once in the parallel section (${DEFAULT-VALUE}).")
    private int workers = 16;

    @Option(names = "--threads", description = "Searches side by side; by default one per core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Write everything that was measured to this file.")
    private @Nullable Path json;

    @Option(names = "--quick", description = "2 seeds and 25 trials: shows that everything runs.")
    private boolean quick;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        requireKnown("--samplers", samplers, Tasks.samplers());
        requireKnown("--problems", problems, Tasks.names());
        PrintWriter out = spec.commandLine().getOut();
        PeerFigures peers = PeerFigures.recorded();
        SearchPlan plan = quick
                ? new SearchPlan(samplers, problems, QUICK_SEEDS, QUICK_TRIALS, workers, QUICK_TRIALS)
                : new SearchPlan(samplers, problems, seeds, trials, workers, MOST_FINISHED);
        SearchReport measured = measure(plan, out, peers);
        SearchReport report = measured.judged(Criteria.of(measured, peers));
        if (json != null) {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), report);
        }
        new SearchTables(out, peers).print(report);
        return CommandLine.ExitCode.OK;
    }

    private void requireKnown(String option, List<String> given, List<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "%s: must be of %s, was %s".formatted(option, String.join(", ", known), name));
            }
        }
    }

    private SearchReport measure(SearchPlan plan, PrintWriter out, PeerFigures peers) {
        try (SearchPool pool = new SearchPool(threads, new Progress(out, Boolean.getBoolean("sweepforge.terminal")))) {
            return new SearchReport(
                    peers.notes(),
                    measured(Section.quality, () -> pool.measure(plan.sequential(), PeerFigures.BUDGETS)),
                    measured(Section.parallel, () -> pool.measure(plan.parallel(), PeerFigures.BUDGETS)),
                    measured(Section.cost, plan::costs),
                    measured(Section.curves, () -> plan.curves(data, Optional.ofNullable(memory), contenders)),
                    List.of());
        }
    }

    private <T> List<T> measured(Section section, Supplier<List<T>> measurement) {
        return sections.contains(section) ? measurement.get() : List.of();
    }
}
