package io.sweepforge.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.Sweeps.TrialOrder;
import io.sweepforge.protocol.NodeMessage.TrialRequirements;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    private static final String SPEC = "{\"trial\": {\"kind\": \"model\", \"dataset\": \"digits\"}}";

    @TempDir
    static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.sweeps.asked.clear();
        server.cluster.requirements = Optional.of(new TrialRequirements(List.of(), 4096));
    }

    private static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.json(response);
    }

    @Test
    void startsASweepAndSaysWhereItIs() {
        HttpResponse<String> response = server.send(server.request("/api/v1/sweeps")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-1")
                .POST(BodyPublishers.ofString(SPEC)));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).hasValue("/api/v1/sweeps/s1");
        assertThat(server.sweeps.asked).containsExactly("create key-1");
        JsonNode sweep = TestServer.json(response);
        assertThat(sweep.at("/spec/trial/family").asText()).isEqualTo("conv-classifier");
        assertThat(sweep.at("/spec/scheduler/kind").asText()).isEqualTo("asha");
    }

    @Test
    void writesTimesDurationsAndStatesInTheWordsOfTheContract() {
        JsonNode sweep = ok(server.get("/api/v1/sweeps/s1"));

        assertThat(sweep.get("state").asText()).isEqualTo("running");
        assertThat(sweep.get("createdAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(sweep.get("finishedAt").isNull()).isTrue();
        assertThat(sweep.at("/progress/remaining").asText()).isEqualTo("PT1M30S");
        assertThat(sweep.at("/spec/scheduler/reductionFactor").asInt()).isEqualTo(3);
        assertThat(ok(server.get("/api/v1/sweeps/s1/trials/0")).get("value").isNull())
                .as("NaN")
                .isTrue();
    }

    @Test
    void passesFiltersOn() {
        ok(server.get("/api/v1/sweeps?state=running&name=dig&label=team:vision&limit=5&cursor=abc"));

        assertThat(server.sweeps.sweepQuery)
                .hasValue(new Sweeps.SweepQuery(
                        Optional.of(SweepState.RUNNING),
                        Optional.of("dig"),
                        Optional.of(new Sweeps.Label("team", "vision")),
                        5,
                        Optional.of("abc")));
    }

    @Test
    void sortsTheBestValueFirstUnlessTold() {
        ok(server.get("/api/v1/sweeps/s1/trials?sort=value"));
        assertThat(server.sweeps.trialQuery.orElseThrow().sort()).isEqualTo(TrialOrder.VALUE);
        assertThat(server.sweeps.trialQuery.orElseThrow().descending()).isTrue();

        ok(server.get("/api/v1/sweeps/s1/trials?sort=value&order=asc"));
        assertThat(server.sweeps.trialQuery.orElseThrow().descending()).isFalse();
    }

    @Test
    void steersSweepsAndTrials() {
        ok(server.post("/api/v1/sweeps/s1/pause", ""));
        ok(server.post("/api/v1/sweeps/s1/cancel", ""));
        ok(server.post("/api/v1/sweeps/s1/trials/4/stop", ""));
        HttpResponse<String> added = server.post("/api/v1/sweeps/s1/trials", "{\"parameters\": {\"filters\": 8}}");
        HttpResponse<String> deleted =
                server.send(server.request("/api/v1/sweeps/s1").DELETE());

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).hasValue("/api/v1/sweeps/s1/trials/2");
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(server.sweeps.asked).containsExactly("pause", "cancel", "stop 4", "add {filters=8}", "delete");
    }

    @Test
    void changesARunningSweep() {
        HttpResponse<String> response = server.send(server.request("/api/v1/sweeps/s1")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"budget\": {\"maxTrials\": 99}, \"priority\": 3}")));

        ok(response);
        assertThat(server.sweeps.patch.orElseThrow().maxTrials()).hasValue(99);
        assertThat(server.sweeps.patch.orElseThrow().priority()).hasValue(3);
        assertThat(server.sweeps.patch.orElseThrow().space()).isEmpty();
    }

    @Test
    void validatesWithoutStarting() {
        JsonNode resolved = ok(server.post("/api/v1/sweeps/validate", SPEC));

        assertThat(resolved.get("trials").asInt()).isEqualTo(64);
        assertThat(resolved.get("memoryPerTrial").asLong()).isEqualTo(4096);
        assertThat(resolved.get("rungs")).extracting(JsonNode::asInt).containsExactly(1, 3, 9);
        assertThat(resolved.at("/spec/seed").isIntegralNumber()).isTrue();
        assertThat(server.sweeps.asked).isEmpty();
    }

    @Test
    void refusesWhatNoNodeCouldTrain() {
        server.cluster.requirements = Optional.of(new TrialRequirements(List.of("window is too long"), 0));

        HttpResponse<String> response = server.post("/api/v1/sweeps", SPEC);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("window is too long");
        assertThat(server.sweeps.asked).isEmpty();
    }

    @Test
    void saysNothingAboutMemoryWhenNoNodeAnswers() {
        server.cluster.requirements = Optional.empty();

        assertThat(ok(server.post("/api/v1/sweeps/validate", SPEC))
                        .get("memoryPerTrial")
                        .isNull())
                .isTrue();
    }

    @Test
    void exportsAllPages() {
        HttpResponse<String> csv = server.get("/api/v1/sweeps/s1/trials.csv");

        assertThat(csv.body()).isEqualTo("""
                        number,state,validationAccuracy,parameters.filters,epoch,attempts,node,startedAt,finishedAt,failure,reason,suggestionReason,decisionReason\r
                        0,completed,0.5,8,15,1,node-1,2026-03-01T12:00:00Z,,,"random, ""evenly"" drawn","random, ""evenly"" drawn",\r
                        1,completed,0.5,16,15,1,node-1,2026-03-01T12:00:00Z,,,"random, ""evenly"" drawn","random, ""evenly"" drawn",\r
                        """);
        assertThat(ok(server.get("/api/v1/sweeps/s1/trials.json")).findValuesAsText("number"))
                .containsExactly("0", "1");
    }

    @Test
    void describesTheCluster() {
        JsonNode node = ok(server.get("/api/v1/nodes")).at("/items/0");
        JsonNode family = ok(server.get("/api/v1/model-families?limit=1"));
        JsonNode samplers = ok(server.get("/api/v1/samplers"));

        assertThat(node.at("/devices/0/trials/0/sweep").asText()).isEqualTo("s1");
        assertThat(family.at("/items/0/parameters/0/default").asDouble()).isEqualTo(0.002);
        assertThat(family.get("next").asText()).isEqualTo("1");
        assertThat(ok(server.get("/api/v1/model-families?cursor=1"))
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("lstm-forecaster");
        assertThat(samplers.findValuesAsText("kind")).contains("random");
        assertThat(ok(server.get("/api/v1/schedulers")).findValuesAsText("kind"))
                .contains("none", "asha");
        assertThat(server.post("/api/v1/nodes/n2/drain", "").statusCode()).isEqualTo(404);
        ok(server.post("/api/v1/nodes/n1/drain", ""));
    }

    @Test
    void givesTheLearningCurve() {
        JsonNode report = ok(server.get("/api/v1/sweeps/s1/trials/0/metrics")).at("/items/0");

        assertThat(report.get("step").asInt()).isEqualTo(1);
        assertThat(report.at("/metrics/loss").asDouble()).isEqualTo(0.25);
    }

    @Test
    void givesATrialsLogAsText() {
        HttpResponse<String> log = server.get("/api/v1/sweeps/s1/trials/3/log");

        assertThat(log.headers().firstValue("Content-Type")).hasValue("text/plain; charset=UTF-8");
        assertThat(log.body()).isEqualTo("first\ngrößer\n");
        assertThat(server.sweeps.asked).containsExactly("log 3");
        assertThat(server.get("/api/v1/sweeps/none/trials/3/log").statusCode()).isEqualTo(404);
    }

    @Test
    void isLiveReadyAndMeasured() {
        assertThat(ok(server.get("/health/live")).get("status").asText()).isEqualTo("live");
        assertThat(ok(server.get("/health/ready")).get("status").asText()).isEqualTo("ready");
        server.get("/api/v1/unknown");

        assertThat(server.get("/metrics").body())
                .contains(
                        "sweepforge_http_requests_seconds_count{method=\"GET\",route=\"/health/live\",status=\"200\"}")
                .contains("sweepforge_http_refused_total{status=\"404\"}")
                .contains("sweepforge_sweeps{state=\"running\"} 1.0")
                .contains("sweepforge_trials{state=\"completed\"} 1.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        HttpResponse<String> response =
                server.send(server.request("/api/v1/nodes").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }
}
