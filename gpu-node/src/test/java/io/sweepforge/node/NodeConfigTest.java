package io.sweepforge.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeConfigTest {
    private static final Path BASE = Path.of("/etc/sweepforge");

    @Test
    void hasTheShippedDefaults() {
        assertThat(NodeConfig.from(ClusterConfig.defaults().resolve(), BASE))
                .isEqualTo(new NodeConfig(
                        Path.of("/etc/sweepforge/data"),
                        "sweepforge",
                        "127.0.0.1",
                        List.of("127.0.0.1:25520"),
                        Duration.ofSeconds(2),
                        "gpu",
                        0,
                        2,
                        0,
                        new NodeConfig.Gpu(0.85, 64, "cudnn", Precision.FLOAT32, "")));
    }

    @Test
    void readsEveryKey() {
        Config config = with("""
                sweepforge {
                  data-directory = /var/lib/sweepforge
                  cluster { name = mine, host = "10.0.0.7", join = ["10.0.0.1:1000", "10.0.0.2:65535"] }
                  leases.heartbeat = 500ms
                  node { device = cpu, cpu { cores = 3, lanes-per-core = 4 }, memory = 1GiB }
                  node.gpu { memory-fraction = 0.5, lanes = 7, kernels = fused, precision = bfloat16, cudnn-home = /opt/cudnn }
                }
                """);

        assertThat(NodeConfig.from(config, BASE))
                .isEqualTo(new NodeConfig(
                        Path.of("/var/lib/sweepforge"),
                        "mine",
                        "10.0.0.7",
                        List.of("10.0.0.1:1000", "10.0.0.2:65535"),
                        Duration.ofMillis(500),
                        "cpu",
                        3,
                        4,
                        1L << 30,
                        new NodeConfig.Gpu(0.5, 7, "fused", Precision.BFLOAT16, "/opt/cudnn")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sweepforge.node.cpu.cores = -1 | sweepforge.node.cpu.cores must be a whole number from 0 to 1024, was -1
                    sweepforge.node.cpu.lanes-per-core = 65 | sweepforge.node.cpu.lanes-per-core must be a whole number from 1 to 64, was 65
                    sweepforge.node.device = tpu | sweepforge.node.device must be gpu or cpu, was tpu
                    sweepforge.leases.heartbeat = 99ms | sweepforge.leases.heartbeat must be at least 100ms, was 99ms
                    sweepforge.cluster.join = [] | sweepforge.cluster.join must be at least one coordinator as host:port, was []
                    sweepforge.cluster.join = ["here"] | sweepforge.cluster.join must be host:port with a port from 1 to 65535, was here
                    sweepforge.cluster.join = ["here:0"] | was here:0
                    sweepforge.cluster.join = ["here:65536"] | was here:65536
                    sweepforge.cluster.name = "" | sweepforge.cluster.name must be some text, was ""
                    sweepforge.node.cpu.cores = many | sweepforge.node.cpu.cores is "many", which cannot be used
                    sweepforge.node.memory = -1B | sweepforge.node.memory
                    sweepforge.node.gpu.memory-fraction = 0.96 | sweepforge.node.gpu.memory-fraction must be a number from 0.05 to 0.95, was 0.96
                    sweepforge.node.gpu.memory-fraction = 0 | sweepforge.node.gpu.memory-fraction must be a number from 0.05 to 0.95, was 0.0
                    sweepforge.node.gpu.lanes = 0 | sweepforge.node.gpu.lanes must be a whole number from 1 to 4096, was 0
                    sweepforge.node.gpu.kernels = cublas | sweepforge.node.gpu.kernels must be cudnn or fused, was cublas
                    sweepforge.node.gpu.precision = float16 | sweepforge.node.gpu.precision must be float32 or bfloat16, was float16
                    sweepforge.node.gpu.precision = bfloat16 | sweepforge.node.gpu.precision must be float32 with kernels = cudnn, was bfloat16
                    sweepforge.node.gpu.cudnn-home = here | sweepforge.node.gpu.cudnn-home must be an absolute path, or empty, was here
                    """)
    void refusesABadValueNamingKeyValueAndRange(String line, String message) {
        assertThatThrownBy(() -> NodeConfig.from(with(line), BASE))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining(message);
    }

    private static Config with(String text) {
        return ConfigFactory.parseString(text)
                .withFallback(ClusterConfig.defaults())
                .resolve();
    }
}
