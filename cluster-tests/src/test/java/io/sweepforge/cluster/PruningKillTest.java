package io.sweepforge.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trials that are stopped early, or paused and promoted, and go on from checkpoints, on two nodes, while processes are
 * killed at random.
 */
class PruningKillTest {
    private static final int TRIALS = 40;
    private static final long SEED = 20261121;

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({"stopping, trial-ended", "promotion, trial-promoted"})
    void prunesAndResumesEveryTrialOnceOnTwoNodes(String mode, String happens) throws Exception {
        Random random = new Random(SEED);
        try (TestCluster cluster = new TestCluster(data)) {
            JvmProcess coordinator = cluster.startCoordinator();
            JvmProcess[] nodes = {cluster.startNode(), cluster.startNode()};
            Api api = cluster.api();
            api.upload(TestCluster.root().resolve("examples/data/digits.csv.gz"), "name=digits&task=classification");
            String sweep = submit(api, mode);
            boolean coordinatorIsNext = random.nextBoolean();
            for (int finished = 5; finished < TRIALS - 10; finished += 6 + random.nextInt(4)) {
                awaitOutOfTheirLanes(api, sweep, finished);
                coordinatorIsNext = !coordinatorIsNext;
                if (coordinatorIsNext) {
                    coordinator.kill();
                    coordinator = cluster.startCoordinator();
                } else {
                    int victim = random.nextInt(nodes.length);
                    nodes[victim].kill();
                    nodes[victim] = cluster.startNode();
                }
            }
            awaitFinished(api, sweep, TRIALS);
            for (JvmProcess node : nodes) {
                assertThat(node.stop()).isZero();
            }
            Map<Integer, List<Integer>> curves = curves(api, sweep);
            assertThat(coordinator.stop()).isZero();

            Map<Integer, List<JsonNode>> history = JournalRules.byTrial(Journal.events(data, sweep));
            assertThat(history).hasSize(TRIALS);
            JournalRules.assertThatEveryTrialEndedOnceAndForAll(history);
            JournalRules.assertThatAttemptsFollowEachOther(history);
            JournalRules.assertThatNothingWasRecordedTwice(history);
            assertThat(history)
                    .allSatisfy((number, events) -> assertThat(curves.get(number))
                            .as("learning curve")
                            .containsExactlyElementsOf(epochs(events)));
            assertThat(history.values().stream().flatMap(events -> JournalRules.ofType(events, happens)))
                    .isNotEmpty();
            assertThat(ends(history)).containsKeys("pruned", "completed").doesNotContainKey("failed");
        }
    }

    private static String submit(Api api, String mode) {
        Api.Answer answer = api.post("/api/v1/sweeps", """
                {"name": "pruned and killed", "seed": 3,
                 "trial": {"kind": "model", "family": "conv-classifier", "dataset": "digits", "epochs": 9},
                 "sampler": {"kind": "tpe"}, "scheduler": {"kind": "asha", "mode": "%s", "reductionFactor": 3, "minEpochs": 1},
                 "space": {"learningRate": {"type": "float", "min": 0.0001, "max": 0.1, "scale": "log"},
                           "filters": {"type": "int", "min": 4, "max": 8}},
                 "budget": {"maxTrials": %d}}
                """.formatted(mode, TRIALS));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().get("id").asText();
    }

    private static void awaitFinished(Api api, String sweep, int trials) {
        awaitCounts(api, sweep, counts -> finished(counts) >= trials);
    }

    /** Over, or paused until they are promoted. */
    private static void awaitOutOfTheirLanes(Api api, String sweep, int trials) {
        awaitCounts(
                api, sweep, counts -> finished(counts) + counts.get("paused").asInt() >= trials);
    }

    private static void awaitCounts(Api api, String sweep, Predicate<JsonNode> enough) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> api.tryGet("/api/v1/sweeps/" + sweep)
                        .filter(answer -> answer.status() == 200)
                        .filter(answer -> enough.test(answer.body().get("trials")))
                        .isPresent());
    }

    private static int finished(JsonNode counts) {
        return counts.get("completed").asInt() + counts.get("pruned").asInt();
    }

    private static Map<Integer, List<Integer>> curves(Api api, String sweep) {
        return IntStream.range(0, TRIALS)
                .boxed()
                .collect(Collectors.toMap(number -> number, number -> curve(api, sweep, number)));
    }

    private static List<Integer> curve(Api api, String sweep, int number) {
        JsonNode items = api.get("/api/v1/sweeps/%s/trials/%d/metrics".formatted(sweep, number))
                .body()
                .get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(point -> point.get("step").asInt())
                .toList();
    }

    /** Epochs that any attempt reported, each once. */
    private static TreeSet<Integer> epochs(List<JsonNode> events) {
        return JournalRules.ofType(events, "trial-reported")
                .map(event -> event.get("epoch").asInt())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Long> ends(Map<Integer, List<JsonNode>> history) {
        return history.values().stream()
                .flatMap(events -> JournalRules.ofType(events, "trial-ended"))
                .collect(Collectors.groupingBy(event -> event.get("state").asText(), Collectors.counting()));
    }
}
