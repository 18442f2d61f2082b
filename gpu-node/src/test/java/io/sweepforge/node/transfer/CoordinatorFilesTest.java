package io.sweepforge.node.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.node.trial.TrialFailedException;
import io.sweepforge.protocol.CheckpointReference;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CoordinatorFilesTest {
    private static final Backoff SOON = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
    private static final byte[] BYTES = {1, 2, 3};
    private static final String HASH = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

    private final CoordinatorFiles files = new CoordinatorFiles(ForkJoinPool.commonPool(), SOON);
    private FakeCoordinatorHttp coordinator;

    @BeforeEach
    void start() throws IOException {
        coordinator = new FakeCoordinatorHttp();
        files.coordinatorAt(coordinator.url());
    }

    @AfterEach
    void stop() {
        coordinator.close();
    }

    @Test
    void savesACheckpointByItsContent() {
        assertThat(files.save(4, BYTES).join()).isEqualTo(new CheckpointReference(HASH, 4, 3));
        assertThat(coordinator.artifacts).containsOnlyKeys(HASH);
        assertThat(coordinator.requests).containsExactly("PUT /api/v1/artifacts/" + HASH);
    }

    @Test
    void loadsWhatItSaved() {
        assertThat(files.load(files.save(4, BYTES).join()).join()).isEqualTo(BYTES);
    }

    @Test
    void triesAgainWhileTheCoordinatorIsInTrouble() {
        coordinator.troubles.set(3);

        files.save(4, BYTES).join();

        assertThat(coordinator.requests).hasSize(4);
    }

    @Test
    void waitsForTheFirstWelcome() {
        CoordinatorFiles unwelcome = new CoordinatorFiles(ForkJoinPool.commonPool(), SOON);
        CompletableFuture<CheckpointReference> saving = unwelcome.save(4, BYTES);
        assertThat(saving).isNotDone();

        unwelcome.coordinatorAt(coordinator.url());

        assertThat(saving.join().hash()).isEqualTo(HASH);
    }

    @Test
    void findsTheCoordinatorThatCameBackElsewhere() throws IOException {
        coordinator.close();
        CompletableFuture<CheckpointReference> saving = files.save(4, BYTES);
        try (FakeCoordinatorHttp successor = new FakeCoordinatorHttp()) {
            files.coordinatorAt(successor.url());

            assertThat(saving.join().hash()).isEqualTo(HASH);
        }
    }

    @Test
    void asksAgainWhenADownloadHangs() {
        CoordinatorFiles impatient = new CoordinatorFiles(ForkJoinPool.commonPool(), SOON, Duration.ofMillis(300));
        impatient.coordinatorAt(coordinator.url());
        coordinator.artifacts.put(HASH, BYTES);
        coordinator.stalls.set(1);

        assertThat(impatient.load(new CheckpointReference(HASH, 4, 3)).join()).isEqualTo(BYTES);
        assertThat(coordinator.requests).hasSize(2);
    }

    @Test
    void givesUpWhatIsCancelled() {
        coordinator.troubles.set(Integer.MAX_VALUE);
        CompletableFuture<CheckpointReference> saving = files.save(4, BYTES);
        Awaitility.await().until(() -> coordinator.requests.size() > 2);
        saving.cancel(false);
        int before = coordinator.requests.size();

        Awaitility.await().during(Duration.ofMillis(300)).until(() -> coordinator.requests.size() <= before + 1);
    }

    @Test
    void doesNotRepeatWhatWasRefused() {
        coordinator.putStatus = 413;

        assertThatThrownBy(files.save(4, BYTES)::join)
                .hasCauseInstanceOf(TrialFailedException.class)
                .hasMessageContaining("answered 413");
    }

    @Test
    void aMissingCheckpointIsAFailure() {
        assertThatThrownBy(files.load(new CheckpointReference(HASH, 4, 3))::join)
                .hasCauseInstanceOf(TrialFailedException.class)
                .hasMessageContaining("answered 404");
    }

    @Test
    void aDamagedCheckpointIsAFailure() {
        coordinator.artifacts.put(HASH, new byte[] {9});

        assertThatThrownBy(files.load(new CheckpointReference(HASH, 4, 3))::join)
                .hasCauseInstanceOf(TrialFailedException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToALimit() {
        Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

        assertThat(backoff.after(1)).hasMillis(250);
        assertThat(backoff.after(3)).hasMillis(1000);
        assertThat(backoff.after(1000)).hasSeconds(5);
    }
}
