package io.sweepforge.coordinator.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.coordinator.Fixtures;
import io.sweepforge.coordinator.dataset.DatasetStore.OtherwiseDescribedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetStoreTest {
    private static final UploadRequest PRICES = new UploadRequest("prices", "forecasting", null, null, List.of());

    @TempDir
    Path directory;

    private final Clock clock = Clock.fixed(Fixtures.NOON, ZoneOffset.UTC);

    private static InputStream csv(String row) {
        return new ByteArrayInputStream(row.repeat(50).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsEverythingAgainAfterARestart() throws Exception {
        DatasetStore.Added added = DatasetStore.open(directory, clock).add(PRICES, csv("1,2\n"));

        DatasetStore again = DatasetStore.open(directory, clock);

        assertThat(again.list()).containsExactly(added.entry());
        String hash = added.entry().reference().hash();
        assertThat(again.find(hash)).hasValue(added.entry());
        assertThat(Files.readString(again.content(hash).orElseThrow())).isEqualTo("1,2\n".repeat(50));
    }

    @Test
    void findsTheNewestOfAName() throws Exception {
        DatasetStore.open(directory, clock).add(PRICES, csv("1,2\n"));
        DatasetStore later = DatasetStore.open(directory, Clock.offset(clock, Duration.ofSeconds(1)));

        DatasetStore.Added second = later.add(PRICES, csv("3,4\n"));

        assertThat(later.list()).hasSize(2);
        assertThat(later.find("prices")).hasValue(second.entry());
    }

    @Test
    void keepsOneDescriptionOfTheSameBytes() throws Exception {
        DatasetStore store = DatasetStore.open(directory, clock);
        store.add(PRICES, csv("1,2\n"));

        assertThat(store.add(PRICES, csv("1,2\n")).fresh()).isFalse();
        assertThatThrownBy(
                        () -> store.add(new UploadRequest("prices", "forecasting", "1", null, List.of()), csv("1,2\n")))
                .isInstanceOf(OtherwiseDescribedException.class)
                .hasMessageContaining("target the last column");
    }

    @Test
    void keepsNothingOfABadUpload() throws IOException {
        DatasetStore store = DatasetStore.open(directory, clock);

        assertThatThrownBy(() -> store.add(PRICES, csv("1,x\n"))).isInstanceOf(BadDatasetException.class);
        assertThat(store.list()).isEmpty();
        assertThat(directory.resolve("incoming")).isEmptyDirectory();
    }
}
