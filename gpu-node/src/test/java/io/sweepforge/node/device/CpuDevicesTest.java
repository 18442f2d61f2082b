package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.protocol.NodeDescription;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CpuDevicesTest {
    @Test
    void eachCoreIsADeviceWithItsShareOfTheMemory() {
        assertThat(CpuDevices.describe(2, 3, 1000, "vector", "A CPU"))
                .containsExactly(
                        new NodeDescription.Device("cpu-0", "vector", "A CPU", 500, 3),
                        new NodeDescription.Device("cpu-1", "vector", "A CPU", 500, 3));
    }

    @Test
    void readsTheNameOfTheProcessor() {
        Stream<String> lines = Stream.of("processor\t: 0", "model name\t: A CPU @ 2.0GHz", "model name\t: other");

        assertThat(CpuDevices.name(lines, "arm")).isEqualTo("A CPU @ 2.0GHz");
    }

    @Test
    void saysTheArchitectureOfAProcessorWithoutAName() {
        assertThat(CpuDevices.name(Stream.of("processor : 0", "model name\t: "), "aarch64"))
                .isEqualTo("aarch64");
    }
}
