package io.sweepforge.benchmarks.curves;

import io.sweepforge.kernels.data.BadDatasetException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records the learning curves that {@code search --curves} replays. */
@Command(
        name = "curves",
        description = "Trains every configuration of the recorded spaces and writes their learning curves.",
        mixinStandardHelpOptions = true)
public final class CurvesCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            description = "Folder that holds MNIST's 10,000 test digits and ETTh1.csv.")
    private Path data = Path.of(".");

    @Option(names = "--out", required = true, description = "Folder to write the tables to.")
    private Path out = Path.of(".");

    @Option(names = "--machine", defaultValue = "unnamed", description = "What to say about the machine in the tables.")
    private String machine = "unnamed";

    @Option(names = "--seed", defaultValue = "1", description = "Seed of every training.")
    private long seed = 1;

    @Option(names = "--threads", defaultValue = "1", description = "Configurations trained side by side.")
    private int threads = 1;

    @Parameters(arity = "0..*", paramLabel = "STUDY", description = "mnist-conv, etth1-lstm; all when none is named.")
    private List<String> names = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, BadDatasetException {
        Files.createDirectories(out);
        PrintWriter progress = spec.commandLine().getOut();
        for (CurveStudy study : CurveStudy.all()) {
            if (names.isEmpty() || names.contains(study.name())) {
                String comment = "%s after each epoch; %s, backend vector, seed %d, recorded %s on %s"
                        .formatted(
                                study.objective().metric(),
                                study.family(),
                                seed,
                                LocalDate.now(ZoneOffset.UTC),
                                machine);
                new CurveRecorder(study, data, seed)
                        .record(out.resolve(study.name() + ".csv"), comment, threads, progress);
            }
        }
        return 0;
    }
}
