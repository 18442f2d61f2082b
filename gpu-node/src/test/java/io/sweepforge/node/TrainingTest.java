package io.sweepforge.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.node.device.CpuCompute;
import io.sweepforge.node.device.DeviceWorker;
import io.sweepforge.node.transfer.Backoff;
import io.sweepforge.node.transfer.CoordinatorFiles;
import io.sweepforge.node.transfer.DatasetCache;
import io.sweepforge.node.transfer.DatasetFiles;
import io.sweepforge.node.transfer.FakeCoordinatorHttp;
import io.sweepforge.node.trial.Families;
import io.sweepforge.node.trial.Outbox;
import io.sweepforge.node.trial.TrialRunner;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.TrialAssignment;
import io.sweepforge.protocol.TrialUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real kernels on a real device thread, with a data set and checkpoints that travel over HTTP. */
class TrainingTest {
    private static final NodeDescription.Device CORE =
            new NodeDescription.Device("cpu-0", "vector", "a core", 1 << 28, 2);

    /** Many quanta long, so that there are checkpoints on the way. */
    private static final int EPOCHS = 60;

    @TempDir
    Path cache;

    private final List<TrialUpdate> updates = new ArrayList<>();
    private FakeCoordinatorHttp coordinator;
    private TrialRunner trials;
    private DeviceWorker worker;
    private DatasetReference dataset;

    @BeforeEach
    void start() throws IOException, NoSuchAlgorithmException {
        coordinator = new FakeCoordinatorHttp();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Samples.CSV));
        coordinator.datasets.put(hash, Samples.CSV);
        dataset = Samples.dataset(hash);

        CoordinatorFiles files = new CoordinatorFiles(ForkJoinPool.commonPool(), Backoff.DEFAULT);
        files.coordinatorAt(coordinator.url());
        DatasetFiles datasetFiles = new DatasetFiles(cache, files, ForkJoinPool.commonPool());
        trials = new TrialRunner(
                new Families(ModelFamilies.all()),
                new DatasetCache(datasetFiles, ForkJoinPool.commonPool()),
                files,
                // Nobody acknowledges here, and nothing is to be heard twice.
                new Outbox(Duration.ofHours(1)),
                Clock.systemUTC());
        worker = new DeviceWorker(
                CORE,
                new CpuCompute(Backends.named("vector"), CORE.memoryBytes(), 1, Duration.ofMinutes(1)),
                trials::on,
                Assertions::fail);
        trials.add(worker);
    }

    @AfterEach
    void stop() {
        worker.close();
        coordinator.close();
    }

    @Test
    void trainsATrialToItsEnd() {
        trials.start(assignment(0, null));
        List<TrialUpdate> news = untilTheEnd();

        assertThat(news)
                .extracting(TrialUpdate::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, news.size()).boxed().toList());
        assertThat(epochs(news))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, EPOCHS).boxed().toList());
        assertThat(checkpoints(news)).extracting(CheckpointReference::epoch).endsWith(EPOCHS);
        assertThat(news).last().isInstanceOf(TrialUpdate.Completed.class);
        assertThat(coordinator.artifacts).containsKey(last(checkpoints(news)).hash());
        TrialUpdate.Reported best = last(reports(news));
        assertThat(best.metrics().values()).allMatch(Double::isFinite);
        assertThat(best.metrics().keySet()).containsAll(metricNames());
    }

    @Test
    void goesOnFromACheckpointAsIfNothingHadHappened() {
        trials.start(assignment(0, null));
        List<TrialUpdate> whole = untilTheEnd();
        updates.clear();

        trials.start(assignment(1, checkpoints(whole).get(0)));
        List<TrialUpdate> resumed = untilTheEnd();

        assertThat(last(reports(resumed)).metrics())
                .isEqualTo(last(reports(whole)).metrics());
        assertThat(last(checkpoints(resumed)).epoch()).isEqualTo(EPOCHS);
        assertThat(epochs(resumed)).doesNotContain(1);
    }

    @Test
    void refusesParametersThatTheFamilyDoesNotAccept() {
        trials.start(new TrialAssignment(
                Samples.attempt(0),
                "cpu-0",
                "lstm-classifier",
                dataset,
                Map.of("hidden", -5),
                EPOCHS,
                42,
                null,
                false,
                2,
                List.of()));

        assertThat(untilTheEnd())
                .singleElement()
                .isInstanceOfSatisfying(
                        TrialUpdate.Failed.class,
                        failed -> assertThat(failed.failure().message()).contains("hidden"));
    }

    private TrialAssignment assignment(int trial, @Nullable CheckpointReference resumeFrom) {
        AttemptId attempt = Samples.attempt(trial);
        return new TrialAssignment(
                attempt,
                "cpu-0",
                "lstm-classifier",
                dataset,
                Map.of("hidden", 64),
                EPOCHS,
                42,
                resumeFrom,
                false,
                2,
                List.of());
    }

    private List<TrialUpdate> untilTheEnd() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            trials.due().forEach(batch -> updates.addAll(batch.updates()));
            return !updates.isEmpty()
                    && !(last(updates) instanceof TrialUpdate.Reported)
                    && !(last(updates) instanceof TrialUpdate.Checkpointed);
        });
        return List.copyOf(updates);
    }

    private static List<String> metricNames() {
        return ModelFamilies.named("lstm-classifier").metrics().stream()
                .map(metric -> metric.name())
                .toList();
    }

    private static List<TrialUpdate.Reported> reports(List<TrialUpdate> updates) {
        return updates.stream()
                .filter(TrialUpdate.Reported.class::isInstance)
                .map(TrialUpdate.Reported.class::cast)
                .toList();
    }

    private static List<Integer> epochs(List<TrialUpdate> updates) {
        return reports(updates).stream().map(TrialUpdate.Reported::epoch).toList();
    }

    private static List<CheckpointReference> checkpoints(List<TrialUpdate> updates) {
        return updates.stream()
                .filter(TrialUpdate.Checkpointed.class::isInstance)
                .map(update -> ((TrialUpdate.Checkpointed) update).checkpoint())
                .toList();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
