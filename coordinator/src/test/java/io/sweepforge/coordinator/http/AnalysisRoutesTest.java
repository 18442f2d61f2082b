package io.sweepforge.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisRoutesTest {
    private static final String SWEEP = "/api/v1/sweeps/s1";

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

    @Test
    void answersImportanceFromAllPages() {
        JsonNode importance = TestServer.json(server.get(SWEEP + "/importance"));
        assertThat(importance.get("method").asText()).isEqualTo("ped-anova");
        assertThat(importance.get("objective").asText()).isEqualTo("validationAccuracy");
        assertThat(importance.get("trials").asInt()).isEqualTo(2);
        assertThat(importance.get("note").asText())
                .isEqualTo("Importance needs at least 10 finished trials; there are 2.");
    }

    @Test
    void answersTheFrontFromAllPages() {
        JsonNode pareto = TestServer.json(server.get(SWEEP + "/pareto?reference=0.25"));
        assertThat(pareto.get("trials").asInt()).isEqualTo(2);
        assertThat(pareto.get("hypervolume").asDouble()).isEqualTo(0.25);
        assertThat(pareto.at("/items/0/number").asInt()).isZero();
    }

    @Test
    void refusesWhatItCannotAnswer() {
        refuses("/importance?method=shap", 400, "must be one of ped-anova, fanova, was \"shap\"");
        refuses("/importance?objective=validationacuracy", 400, "did you mean");
        refuses("/importance?metric=loss", 400, "is not known here");
        refuses("/pareto?reference=1,2", 400, "must be 1 numbers with commas between");
        refuses("/pareto?reference=best", 400, "was \"best\"");
        refuses("/pareto?reference=NaN", 400, "was \"NaN\"");
        assertThat(server.get("/api/v1/sweeps/other/pareto").statusCode()).isEqualTo(404);
    }

    private static void refuses(String path, int status, String words) {
        HttpResponse<String> response = server.get(SWEEP + path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(response.body()).contains(words.replace("\"", "\\\""));
    }
}
