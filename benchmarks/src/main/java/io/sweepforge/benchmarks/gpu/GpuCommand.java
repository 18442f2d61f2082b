package io.sweepforge.benchmarks.gpu;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sweepforge.benchmarks.gpu.Peer.Form;
import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.gpu.GpuArrays;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.jcuda.Gpus;
import io.sweepforge.kernels.gpu.probe.GpuProbe;
import io.sweepforge.kernels.gpu.probe.GpuReport;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import io.sweepforge.kernels.nn.cudnn.jcudnn.JcudnnDnn;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures trials on a GPU beside PyTorch's. */
@Command(
        name = "gpu",
        description =
                "Training steps per second of many trials on the first usable GPU: by cuDNN, by one kernel for all, and by"
                        + " PyTorch, one model after the other, as graphs, compiled, stacked, and in several processes.",
        mixinStandardHelpOptions = true)
public final class GpuCommand implements Callable<Integer> {
    private static final double MEMORY_FRACTION = 0.6;
    private static final int HOST_THREADS = 32;

    @Option(names = "--lanes", defaultValue = "512", description = "Trials at once (${DEFAULT-VALUE}).")
    private int lanes = 512;

    @Option(names = "--processes", defaultValue = "8", description = "Of PyTorch side by side (${DEFAULT-VALUE}).")
    private int processes = 8;

    @Option(names = "--seconds", defaultValue = "5", description = "Of each measurement (${DEFAULT-VALUE}).")
    private double seconds = 5;

    @Option(names = "--workloads", split = ",", description = "Only these.")
    private List<String> names =
            GpuWorkload.all().stream().map(GpuWorkload::name).toList();

    @Option(
            names = "--precision",
            defaultValue = "FLOAT32",
            description = "Of LSTMs that one kernel trains: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Precision precision = Precision.FLOAT32;

    @Option(
            names = "--python",
            description = "A Python with PyTorch for CUDA; without it only this project is measured.")
    private @Nullable Path python;

    @Option(names = "--peer-script", description = "PyTorch's side.")
    private Path peerScript = Path.of("benchmarks/peers/torch_gpu.py");

    @Option(names = "--json", description = "Also write everything measured to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<GpuWorkload> workloads = chosen();
        require(lanes >= 1, "--lanes must be at least 1, was " + lanes);
        require(processes >= 1, "--processes must be at least 1, was " + processes);
        require(seconds > 0, "--seconds must be above 0, was " + seconds);
        PrintWriter out = spec.commandLine().getOut();
        GpuReport.Choice gpus = GpuProbe.run().choose(true);
        if (gpus.obstacle().isPresent()) {
            out.println(gpus.obstacle().get());
            return 1;
        }
        require(
                precision.runsOn(gpus.usable().get(0)),
                "--precision must be FLOAT32 for " + gpus.usable().get(0) + ", was " + precision);
        Peer peer = python == null ? null : new Peer(python, peerScript, seconds);
        out.printf("%s; peer: %s%n", gpus.usable().get(0), peer == null ? "none" : peer.describe());
        out.println("workload  shape                                one cuDNN all cuDNN     fused  GFLOP/s  PyTorch");
        List<GpuResult> results = new ArrayList<>();
        for (GpuWorkload workload : workloads) {
            GpuResult result = measure(gpus.usable().get(0), workload, peer);
            results.add(result);
            out.println(result.line());
            out.flush();
        }
        if (json != null) {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), results);
        }
        return 0;
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private List<GpuWorkload> chosen() {
        try {
            return names.stream().map(GpuWorkload::named).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--workloads: " + e.getMessage(), e);
        }
    }

    private GpuResult measure(GpuDescription device, GpuWorkload workload, @Nullable Peer peer)
            throws IOException, InterruptedException {
        double one;
        LaneRate cudnn;
        LaneRate fused;
        try (Gpu gpu = Gpus.open(device.ordinal());
                Arena arena = new Arena(gpu.allocate((long) (gpu.freeBytes() * MEMORY_FRACTION)));
                Cores threads = new Cores(HOST_THREADS)) {
            CudnnLibrary.load();
            CudnnBackend backend = new CudnnBackend(gpu, arena, JcudnnDnn.onStreams());
            GpuArrays arrays = new GpuArrays(gpu, arena);
            ArrayOpener byCudnn = arrays.byCudnn(backend, threads);
            one = LaneRate.of(byCudnn, workload, 1, duration()).steps();
            cudnn = rate(byCudnn, workload);
            fused = rate(arrays.fused(precision), workload);
        } catch (LaneRefusedException e) {
            throw new IllegalStateException(workload.name() + ": not even one lane finds room: " + e.getMessage(), e);
        }
        return new GpuResult(
                workload.name(),
                workload.shape(),
                lanes,
                one,
                cudnn == null ? null : cudnn.steps(),
                fused == null ? null : fused.steps(),
                fused == null ? 0 : fused.gigaflops(),
                peer == null || !workload.equal() ? Map.of() : peers(peer, workload));
    }

    /** Null when the lanes find no room, which is said. */
    private @Nullable LaneRate rate(ArrayOpener arrays, GpuWorkload workload) {
        try {
            return LaneRate.of(arrays, workload, lanes, duration());
        } catch (LaneRefusedException e) {
            spec.commandLine().getErr().printf("%s: %s%n", workload.name(), e.getMessage());
            return null;
        }
    }

    private Map<String, Double> peers(Peer peer, GpuWorkload workload) throws IOException, InterruptedException {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (Form form : Form.values()) {
            peer.rate(workload, form, lanes, 1)
                    .ifPresent(rate -> rates.put(form.name().toLowerCase(Locale.ROOT), rate));
        }
        peer.rate(workload, Form.EAGER, lanes, processes)
                .ifPresent(rate -> rates.put("eager in %d processes".formatted(processes), rate));
        return rates;
    }

    private Duration duration() {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
