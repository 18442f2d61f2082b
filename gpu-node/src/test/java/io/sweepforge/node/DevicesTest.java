package io.sweepforge.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.typesafe.config.ConfigFactory;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DevicesTest {
    @Test
    void refusesGpusAndSaysWhatToDo() {
        assertThatThrownBy(() -> Devices.find(config("sweepforge.node.device = gpu")))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining("no GPU backend")
                .hasMessageContaining("--device cpu");
    }

    @Test
    void offersTheCoresThatWereAskedFor() {
        assertThat(Devices.find(config("sweepforge.node { device = cpu, cpu.cores = 3, memory = 300B }")))
                .extracting(
                        NodeDescription.Device::id, NodeDescription.Device::memoryBytes, NodeDescription.Device::lanes)
                .containsExactly(tuple("cpu", 300L, 6));
    }

    @Test
    void offersAllCoresAndHalfOfTheHeapUnlessToldOtherwise() {
        int cores = Runtime.getRuntime().availableProcessors();
        long half = Runtime.getRuntime().maxMemory() / 2;

        assertThat(Devices.find(config("sweepforge.node.device = cpu")))
                .singleElement()
                .matches(device -> device.memoryBytes() == half && device.lanes() == 2 * cores);
    }

    private static NodeConfig config(String text) {
        return NodeConfig.from(
                ConfigFactory.parseString(text)
                        .withFallback(ClusterConfig.defaults())
                        .resolve(),
                Path.of("/tmp"));
    }
}
