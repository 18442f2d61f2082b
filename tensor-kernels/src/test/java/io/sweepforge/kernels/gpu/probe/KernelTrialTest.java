package io.sweepforge.kernels.gpu.probe;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import org.junit.jupiter.api.Test;

class KernelTrialTest {
    @Test
    void aGpuThatComputesRightPasses() {
        try (Gpu gpu = EmulatedGpu.open()) {
            assertThatCode(() -> KernelTrial.run(gpu)).doesNotThrowAnyException();
        }
    }
}
