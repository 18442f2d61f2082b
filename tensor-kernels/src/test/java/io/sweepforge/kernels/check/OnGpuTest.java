package io.sweepforge.kernels.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.Skip;
import io.sweepforge.kernels.array.Cores;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract on the first GPU of this machine that can be used. Where there is none the probe says what is missing. */
class OnGpuTest {
    private static GpuReport report;

    private final List<CheckResult> results = new ArrayList<>();

    @BeforeAll
    static void probe() {
        report = GpuProbe.run();
    }

    @BeforeEach
    void needsAGpu() {
        Optional<String> obstacle = report.choose(true).obstacle();
        Skip.unless(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @Test
    void cudnnPassesEveryCheck() {
        CudnnLibrary.load();
        try (Gpu gpu = Gpus.open(report.choose(true).usable().get(0).ordinal());
                Arena arena = arena(gpu);
                Cores threads = new Cores(8)) {
            CudnnBackend backend = new CudnnBackend(gpu, arena, JcudnnDnn.onStreams());
            GpuChecks.full().run(backend, results::add);
            GpuChecks.full().run("cudnn", new GpuArrays(gpu, arena).byCudnn(backend, threads), arena, results::add);
        }
        assertThat(results).isNotEmpty().allMatch(CheckResult::passed);
    }

    @Test
    void fusedKernelsAgreeWithTheReference() {
        try (Gpu gpu = Gpus.open(report.choose(true).usable().get(0).ordinal());
                Arena arena = arena(gpu)) {
            GpuChecks.full().run(new GpuArrays(gpu, arena).fusedAlone(), results::add);
        }
        assertThat(results).isNotEmpty().allMatch(CheckResult::passed);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void fusedArraysPassEveryCheck(Precision precision) {
        GpuDescription first = report.choose(true).usable().get(0);
        Skip.unless(precision.runsOn(first), () -> first.name() + " is too old for " + precision.word());
        try (Gpu gpu = Gpus.open(first.ordinal());
                Arena arena = arena(gpu)) {
            GpuChecks.full().run("fused", new GpuArrays(gpu, arena).fused(precision), arena, results::add);
        }
        assertThat(results).isNotEmpty().allMatch(CheckResult::passed);
    }

    private static Arena arena(Gpu gpu) {
        return new Arena(gpu.allocate(gpu.freeBytes() / 2));
    }
}
