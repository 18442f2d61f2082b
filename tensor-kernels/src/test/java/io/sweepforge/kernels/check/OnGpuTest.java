package io.sweepforge.kernels.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.Skip;
import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.gpu.GpuTrialArray;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.array.gpu.ResidentFeeds;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.jcuda.Gpus;
import io.sweepforge.kernels.gpu.probe.GpuProbe;
import io.sweepforge.kernels.gpu.probe.GpuReport;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import io.sweepforge.kernels.nn.cudnn.jcudnn.JcudnnDnn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on the first GPU of this machine. Where there is none that can be used the probe says what is missing. */
class OnGpuTest {
    private static GpuReport report;

    private final List<CheckResult> results = new ArrayList<>();

    @BeforeAll
    static void probe() {
        report = GpuProbe.run();
    }

    @BeforeEach
    void needsAGpu() {
        Skip.unless(report.obstacle().isEmpty(), () -> report.obstacle().orElse(""));
    }

    @Test
    void cudnnPassesEveryCheck() {
        CudnnLibrary.load();
        try (Gpu gpu = Gpus.open(0);
                Arena arena = arena(gpu);
                Cores threads = new Cores(8)) {
            CudnnBackend backend = new CudnnBackend(gpu, arena, JcudnnDnn.onStreams());
            GpuChecks.full().run(backend, results::add);
            GpuChecks.full().run("cudnn", ResidentFeeds.arrays(gpu, arena, backend, threads), arena, results::add);
        }
        assertThat(results).isNotEmpty().allMatch(CheckResult::passed);
    }

    @Test
    void fusedArraysPassEveryCheck() {
        try (Gpu gpu = Gpus.open(0);
                Arena arena = arena(gpu)) {
            ArrayOpener fused = (family, data) -> GpuTrialArray.open(gpu, arena, Precision.FLOAT32, family, data);
            GpuChecks.full().run("fused", fused, arena, results::add);
        }
        assertThat(results).isNotEmpty().allMatch(CheckResult::passed);
    }

    private static Arena arena(Gpu gpu) {
        return new Arena(gpu.allocate(gpu.freeBytes() / 2));
    }
}
