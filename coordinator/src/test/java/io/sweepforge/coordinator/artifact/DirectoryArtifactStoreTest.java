package io.sweepforge.coordinator.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryArtifactStoreTest {
    private static final byte[] BYTES = "weights".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = HexFormat.of().formatHex(Sha256.digest().digest(BYTES));

    @TempDir
    Path directory;

    private DirectoryArtifactStore store;

    @BeforeEach
    void open() throws IOException {
        store = new DirectoryArtifactStore(directory);
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream(BYTES);
    }

    @Test
    void givesBackWhatItKeeps() throws IOException {
        assertThat(store.put(HASH, bytes())).isTrue();

        assertThat(store.size(HASH)).hasValue(BYTES.length);
        try (InputStream in = store.open(HASH)) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void sweepsAwayWhatAKilledProcessHadNotFinished() throws IOException {
        store.put(HASH, bytes());
        ReceivedFile.write(directory.resolve("incoming"), bytes());
        open();

        assertThat(files()).containsExactly(HASH);
    }

    @Test
    void keepsTheSameBytesOnce() throws IOException {
        store.put(HASH, bytes());

        assertThat(store.put(HASH, bytes())).isFalse();
        assertThat(files()).containsExactly(HASH);
    }

    @Test
    void keepsNothingOfBytesWithAnotherHash() throws IOException {
        String other = "0".repeat(64);

        assertThatThrownBy(() -> store.put(other, bytes()))
                .isInstanceOf(HashMismatchException.class)
                .hasMessageContaining(HASH);
        assertThat(store.size(other)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsNothingOfAStreamThatBreaks() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> store.put(HASH, broken)).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "ABCD", "/etc/passwd"})
    void takesNoNameButAHash(String name) {
        assertThatThrownBy(() -> store.put(name, bytes())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.size(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        }
    }
}
