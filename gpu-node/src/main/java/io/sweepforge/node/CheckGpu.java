package io.sweepforge.node;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.check.CheckResult;
import io.sweepforge.kernels.check.GpuBenchmark;
import io.sweepforge.kernels.check.GpuChecks;
import io.sweepforge.kernels.check.StopTime;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.probe.GpuProbe;
import io.sweepforge.kernels.gpu.probe.GpuReport;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@code scripts/check-gpu} prints: what there is, how it passes the backend's contract, how fast it is, a verdict. */
final class CheckGpu {
    private static final int THREADS = 8;
    private static final int AT_ONCE = 32;
    private static final int OTHERS = 255;
    private static final int STOPS = 100;
    private static final Duration EACH = Duration.ofSeconds(5);

    private final NodeConfig.Gpu config;
    private final PrintStream out;
    private int failed;

    private CheckGpu(NodeConfig.Gpu config, PrintStream out) {
        this.config = config;
        this.out = out;
    }

    /** @return whether GPUs can be used here */
    static boolean run(NodeConfig.Gpu config, PrintStream out) {
        return run(config, GpuProbe::run, out);
    }

    static boolean run(NodeConfig.Gpu config, Supplier<GpuReport> probe, PrintStream out) {
        GpuDevices.lookForCudnnIn(config.cudnnHome());
        GpuReport report = probe.get();
        GpuTable.lines(report).forEach(out::println);
        out.println();
        GpuReport.Choice choice = report.choose(true);
        if (choice.obstacle().isPresent()) {
            out.println("Did not run: the backend's contract and the benchmark, for want of a GPU that can be used.");
            out.println();
            out.println(choice.obstacle().get());
            return false;
        }
        return new CheckGpu(config, out).checkAll(choice);
    }

    private boolean checkAll(GpuReport.Choice choice) {
        choice.leftOut().forEach(words -> out.println("Left out: " + words));
        out.println(
                "Not in this check: bfloat16 beside the reference, compute-sanitizer, figures beside other programs.");
        choice.usable().forEach(this::check);
        out.println();
        out.println(
                failed == 0
                        ? "Every check passed: start-gpu-node --device gpu can use the GPUs that were checked."
                        : "%d checks failed: do not train on this until they pass.".formatted(failed));
        return failed == 0;
    }

    private void check(GpuDescription gpu) {
        out.println();
        out.println("GPU %d: the backend's contract".formatted(gpu.ordinal()));
        try (OpenGpu open = OpenGpu.open(gpu, config.memoryFraction());
                Cores threads = new Cores(THREADS)) {
            CudnnBackend backend = open.cudnn();
            GpuChecks.full().run(backend, this::print);
            GpuChecks.full().run("cudnn", open.arrays().byCudnn(backend, threads), open.arena(), this::print);
            GpuChecks.full().run(open.arrays().fusedAlone(), this::print);
            for (Precision precision : Precision.values()) {
                if (precision.runsOn(gpu)) {
                    String name = "fused, " + precision.word();
                    GpuChecks.full().run(name, open.arrays().fused(precision), open.arena(), this::print);
                }
            }
            out.println(
                    "GPU %d: training steps per second, one network and %d at once".formatted(gpu.ordinal(), AT_ONCE));
            for (GpuBenchmark.Workload workload : GpuBenchmark.Workload.values()) {
                measure(workload.name(), () -> rates(new GpuBenchmark(backend, EACH), workload));
            }
            ArrayOpener fused = open.arrays().fused(Precision.FLOAT32);
            measure(
                    "stopping",
                    () -> "a stopped lane's place is free after %.2f ms, median of %d, among %d others"
                            .formatted(StopTime.median(fused, OTHERS, STOPS).toNanos() / 1e6, STOPS, OTHERS));
        } catch (GpuException e) {
            print(new CheckResult("opening and closing the GPU", Optional.of(String.valueOf(e.getMessage()))));
        }
    }

    private void print(CheckResult result) {
        failed += result.passed() ? 0 : 1;
        out.println("  %s  %s%s"
                .formatted(
                        result.passed() ? "ok    " : "FAILED",
                        result.name(),
                        result.complaint().map(words -> ": " + words).orElse("")));
    }

    private void measure(String what, Supplier<String> measurement) {
        try {
            out.println("  " + measurement.get());
        } catch (GpuException | IllegalStateException e) {
            print(new CheckResult("benchmark " + what, Optional.of(String.valueOf(e.getMessage()))));
        }
    }

    private static String rates(GpuBenchmark benchmark, GpuBenchmark.Workload workload) {
        double one = benchmark.stepsPerSecond(workload, 1);
        double many = benchmark.stepsPerSecond(workload, AT_ONCE);
        return "%-4s %,10.0f %,10.0f".formatted(workload, one, many);
    }
}
