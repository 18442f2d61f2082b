package io.sweepforge.benchmarks.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelReportTest {
    private static KernelRate rate(String workload, double ours, Double peers) {
        return KernelRate.of(Workloads.named(workload), ours, peers);
    }

    @Test
    void verdictIsTheGeometricMeanOfEachGroup() {
        KernelReport report = new KernelReport(
                2,
                "",
                List.of(rate("S1", 80, 10.0), rate("S2", 20, 10.0), rate("w8", 30, 10.0), rate("layer", 1, 9.0)));
        assertThat(report.verdict()).isEqualTo("lstm 4.00 conv 3.00");
    }

    @Test
    void saysNothingOfRatiosWithoutPeer() {
        KernelReport report = new KernelReport(2, "", List.of(rate("S1", 80, null), rate("w8", 30, null)));
        assertThat(report.verdict()).isEqualTo("lstm - conv -");
    }

    @Test
    void measuresItselfByThePeakOfTheSameRun() {
        KernelRate lstm = rate("S1", 100, null);
        KernelReport report = new KernelReport(2, "", List.of(lstm, rate("peak", 50, null)));
        double expected = 100 * Workloads.named("S1").flops() / (50 * PeakStep.FLOPS);
        assertThat(report.shareOfPeak(lstm).orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void everyWorkloadDoesAStep() {
        Workloads.all().forEach(workload -> workload.prepare().run());
    }
}
