package io.sweepforge.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost and nothing happens twice, whatever is killed: real processes, really killed. */
class KillTest {
    private static final int TRIALS = 200;

    @TempDir
    Path data;

    @Test
    void finishesEveryTrialOnceWhileCoordinatorAndNodeAreKilled() throws Exception {
        try (TestCluster cluster = new TestCluster(data)) {
            JvmProcess coordinator = cluster.startCoordinator();
            JvmProcess node = cluster.startNode();
            Api api = cluster.api();
            api.upload(TestCluster.root().resolve("examples/data/digits.csv.gz"), "name=digits&task=classification");
            String sweep = submit(api);

            coordinator = killAndRestart(cluster, coordinator, api, sweep, 20);
            node.kill();
            awaitFinished(api, sweep, 20);
            node = cluster.startNode();
            coordinator = killAndRestart(cluster, coordinator, api, sweep, 70);
            awaitFinished(api, sweep, 110);
            node.kill();
            node = cluster.startNode();
            coordinator = killAndRestart(cluster, coordinator, api, sweep, 150);

            JsonNode finished = awaitCompleted(api, sweep);
            assertThat(finished.at("/trials/total").asInt()).isEqualTo(TRIALS);
            assertThat(finished.at("/trials/completed").asInt()).isEqualTo(TRIALS);
            assertThat(numbers(api, sweep))
                    .containsExactlyElementsOf(
                            IntStream.range(0, TRIALS).boxed().toList());
            assertThat(node.stop()).isZero();
            assertThat(coordinator.stop()).isZero();
            Map<Integer, List<JsonNode>> history = JournalRules.byTrial(Journal.events(data, sweep));
            assertThat(history).hasSize(TRIALS);
            JournalRules.assertThatEveryTrialEndedOnceAndForAll(history);
            JournalRules.assertThatAttemptsFollowEachOther(history);
            JournalRules.assertThatNothingWasRecordedTwice(history);
        }
    }

    private static JvmProcess killAndRestart(
            TestCluster cluster, JvmProcess coordinator, Api api, String sweep, int afterFinished) {
        awaitFinished(api, sweep, afterFinished);
        coordinator.kill();
        return cluster.startCoordinator();
    }

    private static String submit(Api api) {
        Api.Answer answer = api.post("/api/v1/sweeps", """
                {"name": "killed", "seed": 1,
                 "trial": {"kind": "model", "family": "conv-classifier", "dataset": "digits", "epochs": 3},
                 "sampler": {"kind": "random"}, "scheduler": {"kind": "none"},
                 "space": {"learningRate": {"type": "float", "min": 0.0001, "max": 0.01, "scale": "log"},
                           "filters": {"type": "int", "min": 4, "max": 8}},
                 "budget": {"maxTrials": %d}}
                """.formatted(TRIALS));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().get("id").asText();
    }

    private static void awaitFinished(Api api, String sweep, int trials) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> api.tryGet("/api/v1/sweeps/" + sweep)
                        .filter(answer -> answer.status() == 200)
                        .filter(answer -> answer.body().at("/trials/completed").asInt() >= trials)
                        .isPresent());
    }

    private static JsonNode awaitCompleted(Api api, String sweep) {
        awaitFinished(api, sweep, TRIALS);
        await().until(() -> "completed"
                .equals(api.get("/api/v1/sweeps/" + sweep).body().get("state").asText()));
        return api.get("/api/v1/sweeps/" + sweep).body();
    }

    private static List<Integer> numbers(Api api, String sweep) {
        JsonNode items = api.get("/api/v1/sweeps/" + sweep + "/trials?limit=1000&sort=number")
                .body()
                .get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(trial -> trial.get("number").asInt())
                .toList();
    }
}
