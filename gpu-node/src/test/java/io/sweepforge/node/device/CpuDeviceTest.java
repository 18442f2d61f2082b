package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.protocol.NodeDescription;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CpuDeviceTest {
    @Test
    void theLanesOfAllCoresShareTheMemory() {
        assertThat(CpuDevice.describe(2, 3, 1000, "vector", "A CPU"))
                .isEqualTo(new NodeDescription.Device("cpu", "vector", "A CPU, 2 cores", 1000, 6));
        assertThat(CpuDevice.describe(1, 2, 1000, "vector", "A CPU").name()).isEqualTo("A CPU, 1 core");
    }

    @Test
    void readsTheNameOfTheProcessor() {
        Stream<String> lines = Stream.of("processor\t: 0", "model name\t: A CPU @ 2.0GHz", "model name\t: other");

        assertThat(CpuDevice.name(lines, "arm")).isEqualTo("A CPU @ 2.0GHz");
    }

    @Test
    void saysTheArchitectureOfAProcessorWithoutAName() {
        assertThat(CpuDevice.name(Stream.of("processor : 0", "model name\t: "), "aarch64"))
                .isEqualTo("aarch64");
    }
}
