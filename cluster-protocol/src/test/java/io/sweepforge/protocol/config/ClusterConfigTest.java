package io.sweepforge.protocol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterConfigTest {
    @TempDir
    Path directory;

    @Test
    void readsTheFileOverTheDefaultsAndTheCommandLineOverBoth() throws IOException {
        Path file = write("sweepforge { http.port = 9000, cluster.port = 9001 }");

        Config config = ClusterConfig.load(file, Map.of("sweepforge.cluster.port", 9002));

        assertThat(config.getInt("sweepforge.http.port")).isEqualTo(9000);
        assertThat(config.getInt("sweepforge.cluster.port")).isEqualTo(9002);
        assertThat(config.getString("sweepforge.database.kind")).isEqualTo("h2");
    }

    @Test
    void refusesAKeyThatDoesNotExistAndListsItsNeighbours() throws IOException {
        Path file = write("sweepforge {\n  http { prot = 9000 }\n}");

        assertThatThrownBy(() -> ClusterConfig.load(file, Map.of()))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining("line 2: there is no key 'sweepforge.http.prot'")
                .hasMessageContaining("port");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> ClusterConfig.load(directory.resolve("nowhere.conf"), Map.of()))
                .hasMessageContaining("nowhere.conf")
                .hasMessageContaining("--config");
    }

    @Test
    void letsExpertsSetAkka() throws IOException {
        Path file = write("akka.loglevel = DEBUG");

        assertThat(ClusterConfig.load(file, Map.of()).getString("akka.loglevel"))
                .isEqualTo("DEBUG");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("cluster.conf"), text);
    }
}
