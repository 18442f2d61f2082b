package io.sweepforge.node.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.node.Samples;
import io.sweepforge.node.trial.TrialFailedException;
import io.sweepforge.protocol.DatasetReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatasetCacheTest {
    private static final String HASH = Sha256.hex(Samples.CSV);

    @TempDir
    Path directory;

    private FakeCoordinatorHttp coordinator;

    @BeforeEach
    void start() throws IOException {
        coordinator = new FakeCoordinatorHttp();
        coordinator.datasets.put(HASH, Samples.CSV);
    }

    @AfterEach
    void stop() {
        coordinator.close();
    }

    @Test
    void downloadsAndDecodesOnceForAll() throws IOException {
        DatasetCache cache = cache();
        CompletableFuture<Dataset> first = cache.load(Samples.dataset(HASH));
        CompletableFuture<Dataset> second = cache.load(Samples.dataset(HASH));

        assertThat(second.join()).isSameAs(first.join());
        assertThat(cache.load(Samples.dataset(HASH)).join()).isSameAs(first.join());
        assertThat(coordinator.requests).containsExactly("GET /api/v1/datasets/" + HASH + "/content");
    }

    @Test
    void keepsTheFileForTheNextProcess() throws IOException {
        cache().load(Samples.dataset(HASH)).join();
        cache().load(Samples.dataset(HASH)).join();

        assertThat(coordinator.requests).hasSize(1);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve(HASH));
        }
    }

    @Test
    void fetchesADamagedFileAnew() throws IOException {
        Files.writeString(directory.resolve(HASH), "damaged");

        assertThat(cache().load(Samples.dataset(HASH)).join().shape().rows()).isEqualTo(60);
        assertThat(directory.resolve(HASH)).hasBinaryContent(Samples.CSV);
    }

    @Test
    void triesAgainWhenTheNetworkFails() throws IOException {
        coordinator.troubles.set(2);

        assertThat(cache().load(Samples.dataset(HASH)).join().shape().rows()).isEqualTo(60);
    }

    @Test
    void saysThatTheCoordinatorHasNoSuchDataSet() {
        assertFails(Samples.dataset("0".repeat(64)), "cannot be had from the coordinator: it answered 404");
    }

    @Test
    void saysWhereADataSetCannotBeRead() {
        byte[] text = "1,2,3\n1,2\n".getBytes(StandardCharsets.UTF_8);
        coordinator.datasets.put(Sha256.hex(text), text);

        assertFails(Samples.dataset(Sha256.hex(text)), "sample");
    }

    @Test
    void saysThatATaskIsUnknown() {
        DatasetReference reference =
                new DatasetReference(HASH, "sample", "csv", "clustering", null, null, 60, List.of(2, 2), 2);

        assertFails(reference, "\"clustering\"");
    }

    @Test
    void aFailureIsNotRememberedForEver() throws IOException {
        DatasetCache cache = cache();
        coordinator.datasets.clear();
        assertThatThrownBy(cache.load(Samples.dataset(HASH))::join).isInstanceOf(Exception.class);

        coordinator.datasets.put(HASH, Samples.CSV);

        assertThat(cache.load(Samples.dataset(HASH)).join().shape().rows()).isEqualTo(60);
    }

    private void assertFails(DatasetReference reference, String message) {
        assertThatThrownBy(() -> cache().load(reference).join())
                .hasCauseInstanceOf(TrialFailedException.class)
                .hasMessageContaining(message);
    }

    private DatasetCache cache() throws IOException {
        Backoff soon = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
        CoordinatorFiles files = new CoordinatorFiles(ForkJoinPool.commonPool(), soon);
        files.coordinatorAt(coordinator.url());
        return new DatasetCache(
                new DatasetFiles(directory, files, ForkJoinPool.commonPool()), ForkJoinPool.commonPool());
    }
}
