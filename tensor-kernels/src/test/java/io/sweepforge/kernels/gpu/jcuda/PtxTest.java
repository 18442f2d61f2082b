package io.sweepforge.kernels.gpu.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PtxTest {
    @Test
    void theHighestLevelThatTheDeviceHasIsChosenOfThoseThatExist() {
        Ptx ptx = Ptx.find("probe", 90);

        assertThat(ptx.name()).isEqualTo("probe.sm_75");
        assertThat(ptx.text())
                .contains(".target sm_75".getBytes(StandardCharsets.UTF_8))
                .endsWith(0);
    }

    @Test
    void saysWhichModuleThereIsNotForWhichDevice() {
        assertThatThrownBy(() -> Ptx.find("nothing", 90))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing")
                .hasMessageContaining("9.0");
        assertThatThrownBy(() -> Ptx.find("probe", 70)).hasMessageContaining("7.0");
    }
}
