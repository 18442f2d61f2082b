package io.sweepforge.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Population based training and a warm start with the real kernels. */
class PopulationTest {
    private static final int POPULATION = 5;
    /** The last one learns nothing. */
    private static final String FIRST_TRIALS = """
            , "seedTrials": [{"learningRate": 0.001}, {"learningRate": 0.002}, {"learningRate": 0.003},
                             {"learningRate": 0.004}, {"learningRate": 0.00001}]""";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path data;

    @Test
    void replacesTheWorstByCopiesThatGoOnWhereTheirParentsWere() throws Exception {
        try (TestCluster cluster = new TestCluster(data)) {
            JvmProcess coordinator = cluster.startCoordinator();
            cluster.startNode();
            Api api = cluster.api();
            api.upload(TestCluster.root().resolve("examples/data/digits.csv.gz"), "name=digits&task=classification");
            String first = submit(api, "{\"kind\": \"pbt\", \"population\": 5, \"interval\": 1}", FIRST_TRIALS);
            awaitCompleted(api, first);
            String second =
                    submit(api, "{\"kind\": \"none\"}", ", \"warmStart\": {\"sweeps\": [\"%s\"]}".formatted(first));
            awaitCompleted(api, second);
            assertThat(coordinator.stop()).isZero();

            Map<Integer, List<JsonNode>> history = JournalRules.byTrial(Journal.events(data, first));
            List<List<JsonNode>> copies = history.values().stream()
                    .filter(events -> events.get(0).hasNonNull("origin"))
                    .toList();
            assertThat(history).hasSize(POPULATION + copies.size());
            assertThat(copies).isNotEmpty().allSatisfy(PopulationTest::assertThatItGoesOnWhereItsParentWas);
            JournalRules.assertThatEveryTrialEndedOnceAndForAll(history);
            List<JsonNode> warm = Journal.events(data, second);
            assertThat(warm.get(1).get("type").asText()).isEqualTo("warm-started");
            assertThat(warm.get(1).get("trials")).hasSize(history.size());
        }
    }

    private static void assertThatItGoesOnWhereItsParentWas(List<JsonNode> events) {
        int begun = events.get(0).get("origin").get("checkpoint").get("epoch").asInt();
        assertThat(begun).isPositive();
        JournalRules.ofType(events, "trial-reported")
                .limit(1)
                .forEach(report -> assertThat(report.get("epoch").asInt()).isEqualTo(begun + 1));
        assertThat(events).noneMatch(event -> event.get("type").asText().equals("lease-ended"));
    }

    /**
     * Two cores have four lanes, so the fifth trial begins after another has ended and is compared with all of them. It
     * learns nothing, and at least one of those that it can be replaced by has trained to its end.
     */
    private static String submit(Api api, String scheduler, String more) {
        Api.Answer answer = api.post("/api/v1/sweeps", """
                {"seed": 1, "sampler": {"kind": "random"}, "scheduler": %s, "budget": {"maxTrials": 8},
                 "trial": {"kind": "model", "family": "conv-classifier", "dataset": "digits", "epochs": 6,
                           "fixed": {"filters": 8, "batchSize": 16}},
                 "space": {"learningRate": {"type": "float", "min": 0.00001, "max": 0.3, "scale": "log"}}%s}
                """.formatted(scheduler, more));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().get("id").asText();
    }

    private static void awaitCompleted(Api api, String sweep) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> api.get("/api/v1/sweeps/" + sweep)
                        .body()
                        .get("state")
                        .asText()
                        .equals("completed"));
    }
}
