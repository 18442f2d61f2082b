package io.sweepforge.benchmarks.kernels;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the kernels beside PyTorch's. */
@Command(
        name = "kernels",
        description = "Training steps per second beside PyTorch's: both sides in turns in one run, one thread per"
                + " process, as many processes as cores.",
        mixinStandardHelpOptions = true)
public final class KernelsCommand implements Callable<Integer> {
    @Option(names = "--workloads", split = ",", description = "Only these.")
    private List<String> names = Workloads.all().stream().map(Workload::name).toList();

    @Option(names = "--rounds", defaultValue = "5", description = "Turns of each side (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", defaultValue = "2", description = "Of each turn (${DEFAULT-VALUE}).")
    private double seconds = 2;

    @Option(names = "--processes", description = "On each side; all cores unless given.")
    private int processes = Runtime.getRuntime().availableProcessors();

    @Option(names = "--python", description = "A Python with PyTorch; without it only this project is measured.")
    private @Nullable Path python;

    @Option(names = "--peer-script", description = "PyTorch's side.")
    private Path peerScript = Path.of("benchmarks/peers/torch_steps.py");

    @Option(names = "--json", description = "Also write everything measured to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Workload> workloads = workloads();
        PrintWriter out = spec.commandLine().getOut();
        String peer = python == null ? "no PyTorch on this machine" : Peer.describe(python, peerScript);
        out.printf("%d processes of one thread on each side; peer: %s%n", processes, peer);
        List<KernelRate> rates = new ArrayList<>();
        for (Workload workload : workloads) {
            KernelRate rate = measure(workload);
            rates.add(rate);
            Double ratio = rate.ratio();
            out.printf(
                    "  %s: %.1f steps/s%s%n",
                    rate.workload(), rate.ours(), ratio == null ? "" : ", %.2f times PyTorch's".formatted(ratio));
            out.flush();
        }
        KernelReport report = new KernelReport(processes, peer, rates);
        out.printf("%n%s%n%s%n", report.table(), report.verdict());
        if (json != null) {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), report);
        }
        return 0;
    }

    private List<Workload> workloads() {
        try {
            return names.stream().map(Workloads::named).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--workloads: " + e.getMessage(), e);
        }
    }

    private KernelRate measure(Workload workload) {
        try (Team ours = Team.of(processes, () -> MeasuredProcess.ours(workload))) {
            ours.awaitReady();
            return python == null || workload.group() == Workload.Group.PEAK
                    ? KernelRate.of(workload, median(turns(List.of(ours)).get(0)), null)
                    : beside(ours, workload, python);
        }
    }

    private KernelRate beside(Team ours, Workload workload, Path interpreter) {
        try (Team peers = Team.of(processes, () -> MeasuredProcess.peers(interpreter, peerScript, workload))) {
            peers.awaitReady();
            List<double[]> rates = turns(List.of(ours, peers));
            return KernelRate.of(workload, median(rates.get(0)), median(rates.get(1)));
        }
    }

    /** Rates of each team in every round; only one works at a time. */
    private List<double[]> turns(List<Team> teams) {
        List<double[]> rates = teams.stream().map(team -> new double[rounds]).toList();
        for (int round = 0; round < rounds; round++) {
            for (int team = 0; team < teams.size(); team++) {
                rates.get(team)[round] = teams.get(team).rate(seconds);
            }
        }
        return rates;
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
