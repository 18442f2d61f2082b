package io.sweepforge.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.protocol.config.BadConfigException;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
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
        server.sweeps.broken = false;
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = TestServer.json(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).startsWith("urn:sweepforge:problem:");
        assertThat(problem.get("title").asText()).isNotEmpty();
        return problem;
    }

    private static String detail(HttpResponse<String> response, int status) {
        return problem(response, status).get("detail").asText();
    }

    @Test
    void namesTheNearestRouteOfAnUnknownOne() {
        assertThat(detail(server.get("/api/v1/sweps"), 404)).contains("did you mean /api/v1/sweeps?");
        assertThat(detail(server.post("/api/v1/none/of/these", "{}"), 404)).contains("GET /openapi.json");
        assertThat(detail(server.get("/health/x"), 404)).contains("There is no route /health/x");
        assertThat(detail(server.get("/nothing"), 404)).contains("There is no route /nothing");
    }

    @Test
    void namesTheMethodsThatARouteTakes() {
        HttpResponse<String> response =
                server.send(server.request("/api/v1/sweeps").DELETE());

        assertThat(detail(response, 405)).isEqualTo("/api/v1/sweeps does not take DELETE; use GET, POST.");
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    @Test
    void saysWhereJsonIsBroken() {
        assertThat(detail(server.post("/api/v1/sweeps", "{\n  \"name\": ,\n}"), 400))
                .contains("line 2, column 11");
        assertThat(detail(server.post("/api/v1/sweeps", ""), 400)).isEqualTo("The body is empty; send a JSON object.");
        assertThat(detail(server.post("/api/v1/sweeps", "[".repeat(2000)), 400))
                .endsWith("nesting depth (1001) exceeds the maximum allowed (1000)");
        assertThat(detail(server.post("/api/v1/sweeps", "{} x"), 400)).contains("line 1");
        assertThat(detail(server.post("/api/v1/sweeps", "{\"seed\": 1, \"seed\": 2}"), 400))
                .contains("Duplicate field 'seed'");
        assertThat(detail(server.post("/api/v1/sweeps", "[".repeat(5000)), 400)).contains("not valid JSON");
        assertThat(server.sweeps.asked).isEmpty();
    }

    @Test
    void takesJsonOnlyWhereJsonIsMeant() {
        HttpResponse<String> form = server.send(server.request("/api/v1/sweeps")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b")));

        assertThat(detail(form, 415)).contains("Content-Type: application/json").contains("x-www-form-urlencoded");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/sweeps, 413", "/api/v1/datasets?name=big&task=forecasting, 413", "/api/v1/nothing, 404"})
    void answersBodiesOf50MegabytesInsteadOfBreakingTheConnection(String path, int status) {
        String type = path.contains("datasets") ? "text/csv" : "application/json";
        HttpResponse<String> response = server.send(
                server.request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(new byte[50 << 20])));

        String detail = detail(response, status);

        assertThat(detail).contains(status == 404 ? "There is no route" : "The body may have at most ");
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.sweeps.asked).isEmpty();
        assertThat(server.datasets.list()).hasSize(1);
    }

    @Test
    void namesTheSweepThatNothingCanStartFrom() {
        JsonNode problem = problem(server.post("/api/v1/sweeps", """
                        {"trial": {"kind": "model", "dataset": "digits"}, "warmStart": {"sweeps": ["gone"]}}"""), 422);

        assertThat(problem.get("errors").findValuesAsText("field")).containsExactly("warmStart.sweeps[0]");
    }

    @Test
    void listsEveryMistakeOfASpecification() {
        JsonNode problem = problem(server.post("/api/v1/sweeps", """
                        {"nam": "x", "seed": "y", "priority": 5000, "name": 3,
                         "trial": {"kind": "model", "dataset": "digits", "epochs": 0, "fixed": {"batchSize": 5000}},
                         "space": {"learningRate": {"type": "float", "min": -0.1, "max": 0.3, "scale": "log"}},
                         "sampler": {"kind": "rnadom"}, "scheduler": {"kind": "asha", "reductionFactr": 3},
                         "budget": {"maxTrials": 0, "maxDuration": "1h"}}"""), 422);

        assertThat(problem.get("errors").findValuesAsText("field"))
                .contains(
                        "nam",
                        "seed",
                        "priority",
                        "name",
                        "trial.epochs",
                        "trial.fixed.batchSize",
                        "space.learningRate.min",
                        "sampler.kind",
                        "scheduler.reductionFactr",
                        "budget.maxTrials",
                        "budget.maxDuration");
        assertThat(problem.get("detail").asText()).contains("nothing was changed");
        assertThat(server.sweeps.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/sweeps?limit=0                    | limit  | must be an integer from 1 to 1000",
                "/api/v1/sweeps?limit=1001                 | limit  | must be an integer from 1 to 1000",
                "/api/v1/sweeps?limit=99999999999          | limit  | must be an integer from 1 to 1000",
                "/api/v1/sweeps?limit=x                    | limit  | must be an integer from 1 to 1000",
                "/api/v1/sweeps?cursor=%0A                 | cursor | must be the \"next\" of the page before",
                "/api/v1/nodes?cursor=x                    | cursor | must be the \"next\" of the page before",
                "/api/v1/sweeps/s1/trials?cursor=x         | cursor | must be the \"next\" of the page before",
                "/api/v1/sweeps/s1/trials?cursor=-1        | cursor | must be the \"next\" of the page before",
                "/api/v1/sweeps?state=runing               | state  | must be one of running, paused",
                "/api/v1/sweeps?label=team                 | label  | must be key:value",
                "/api/v1/sweeps?stat=running               | stat   | did you mean \"state\"?",
                "/api/v1/sweeps?limit=1&limit=2            | limit  | is given twice",
                "/api/v1/sweeps/s1/trials?sort=loss        | sort   | must be one of number, value, duration",
                "/api/v1/sweeps/s1/trials?order=up         | order  | must be one of asc, desc",
            })
    void namesTheQueryParameterThatIsWrong(String path, String parameter, String words) {
        JsonNode problem = problem(server.get(path), 400);

        assertThat(problem.get("errors").get(0).get("field").asText()).isEqualTo(parameter);
        assertThat(problem.get("errors").get(0).get("message").asText()).contains(words);
    }

    @Test
    void passesOnWhyTheClusterRefuses() {
        assertThat(detail(server.get("/api/v1/sweeps/s9"), 404)).isEqualTo("There is no sweep s9.");
        assertThat(detail(server.post("/api/v1/sweeps/s1/resume", ""), 409)).contains("nothing to resume");
        assertThat(detail(server.get("/api/v1/sweeps/s1/trials/minus-one"), 404))
                .contains("integers from 0");
        assertThat(detail(server.get("/api/v1/sweeps/s9/events"), 404)).isEqualTo("There is no sweep s9.");
    }

    @Test
    void tellsNoSecretsWhenSomethingBreaks() {
        server.sweeps.broken = true;

        HttpResponse<String> response = server.get("/api/v1/sweeps/s1");

        assertThat(detail(response, 500)).contains("the coordinator's log says why");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(detail(server.get("/api/v1/sweeps"), 503)).contains("try again in a moment");
        assertThat(detail(server.get("/health/ready"), 503)).contains("still forming");
    }

    @Test
    void answersWhatIsNoHttpWithAProblemToo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 ")
                    .contains("application/problem+json", "The request is not valid HTTP");
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        assertThatThrownBy(() -> server.start(server.port()))
                .hasCauseInstanceOf(BadConfigException.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("--http-port");
    }
}
