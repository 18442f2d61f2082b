package io.sweepforge.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import io.sweepforge.coordinator.config.CoordinatorConfig;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatorProcessTest {
    @TempDir
    Path directory;

    @Test
    void refusesADataDirectoryThatIsNone() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "kept");
        Config config = ClusterConfig.defaults()
                .withValue("sweepforge.data-directory", ConfigValueFactory.fromAnyRef(file.toString()))
                .resolve();

        assertThatThrownBy(() -> CoordinatorProcess.start(CoordinatorConfig.from(config, directory), config))
                .isInstanceOf(BadConfigException.class)
                .hasMessageStartingWith("The data directory " + file + " cannot be used");
        assertThat(file).hasContent("kept");
    }
}
