package io.sweepforge.benchmarks.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.nn.Backends;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On processor cores; what differs on a GPU is only who opens the array. */
class LaneRateTest {
    @ParameterizedTest
    @ValueSource(strings = {"S3", "S3 mixed", "w8"})
    void countsWhatLanesOfEveryKindOfWorkloadDo(String name) throws Exception {
        GpuWorkload workload = GpuWorkload.named(name);
        try (Cores cores = new Cores(1)) {
            ArrayOpener arrays =
                    (family, data) -> TrialArrays.open(Backends.named("vector"), family, data, Long.MAX_VALUE, cores);
            LaneRate rate = LaneRate.of(arrays, workload, 2, Duration.ofMillis(1500));
            assertThat(rate.steps()).isPositive();
            assertThat(rate.gigaflops() > 0).isEqualTo(name.startsWith("S"));
        }
    }
}
