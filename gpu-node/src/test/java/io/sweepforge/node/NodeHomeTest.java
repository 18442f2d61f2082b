package io.sweepforge.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.protocol.config.BadConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeHomeTest {
    @TempDir
    Path data;

    @Test
    void aNodeThatIsStartedAgainFindsItsOldId() throws IOException {
        String id;
        try (NodeHome home = NodeHome.claim(data)) {
            id = home.id();
        }

        try (NodeHome home = NodeHome.claim(data)) {
            assertThat(home.id()).isEqualTo(id).startsWith("node-0-");
        }
    }

    @Test
    void nodesThatShareADataDirectoryHaveDifferentIds() throws IOException {
        try (NodeHome first = NodeHome.claim(data);
                NodeHome second = NodeHome.claim(data)) {
            assertThat(first.id()).startsWith("node-0-");
            assertThat(second.id()).startsWith("node-1-");
        }
    }

    @Test
    void saysWhichDirectoryCannotBeUsed() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");

        assertThatThrownBy(() -> NodeHome.claim(file))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining(file.toString());
    }
}
