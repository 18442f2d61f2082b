package io.sweepforge.kernels.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.kernels.gpu.FaultyGpu;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuException.Kind;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import org.junit.jupiter.api.Test;

class KernelTrialTest {
    @Test
    void givesEverythingBackWhicheverCallFails() {
        try (EmulatedGpu gpu = EmulatedGpu.open()) {
            FaultyGpu whole = new FaultyGpu(gpu, Integer.MAX_VALUE, Kind.OUT_OF_MEMORY);
            KernelTrial.run(whole);
            for (int fatal = 1; fatal <= whole.calls(); fatal++) {
                FaultyGpu faulty = new FaultyGpu(gpu, fatal, Kind.OUT_OF_MEMORY);
                assertThatThrownBy(() -> KernelTrial.run(faulty)).isInstanceOf(GpuException.class);
                assertThat(gpu.liveBytes()).isZero();
            }
        }
    }

    @Test
    void aGpuThatComputesRightPasses() {
        try (Gpu gpu = EmulatedGpu.open()) {
            assertThatCode(() -> KernelTrial.run(gpu)).doesNotThrowAnyException();
        }
    }
}
