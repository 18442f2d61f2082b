package io.sweepforge.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets, artifacts and checkpoints on their way in and out. */
class FilesTest {
    private static final String SERIES = "day,price\n" + "1,2.5\n".repeat(50);

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

    private static HttpResponse<String> upload(String query, String csv) {
        return server.send(server.request("/api/v1/datasets?" + query)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsADataSetUnderItsHash() throws NoSuchAlgorithmException {
        HttpResponse<String> first = upload("name=prices&task=forecasting&index=day", SERIES);
        HttpResponse<String> again = upload("name=prices&task=forecasting&index=day", SERIES);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        JsonNode dataset = TestServer.json(first);
        String id = dataset.get("id").asText();
        assertThat(id).isEqualTo(sha256(SERIES));
        assertThat(first.headers().firstValue("Location")).hasValue("/api/v1/datasets/" + id);
        assertThat(dataset.get("rows").asInt()).isEqualTo(50);
        assertThat(dataset.get("columns")).extracting(JsonNode::asText).containsExactly("day", "price");
        assertThat(server.get("/api/v1/datasets/" + id + "/content").body()).isEqualTo(SERIES);
        assertThat(TestServer.json(server.get("/api/v1/datasets/prices"))).isEqualTo(dataset);
        assertThat(server.get("/api/v1/datasets").body()).contains("\"prices\"", "\"digits\"");
    }

    @Test
    void refusesOtherWordsForTheSameBytes() {
        HttpResponse<String> response = upload("name=numbers&task=classification", TestServer.digits());

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("The same bytes are here as \\\"digits\\\"");
    }

    @Test
    void saysWhereAnUploadIsWrong() {
        HttpResponse<String> cell = upload("name=bad&task=forecasting", SERIES + "2,abc\n");
        HttpResponse<String> name = upload("name=No!&task=guessing&shape=8", SERIES);
        HttpResponse<String> parameter = upload("nmae=x", SERIES);
        HttpResponse<String> type = server.send(server.request("/api/v1/datasets?name=x&task=forecasting")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(cell.statusCode()).isEqualTo(422);
        assertThat(cell.body()).contains("line 52, column price: \\\"abc\\\" is not a number");
        assertThat(TestServer.json(name).findValuesAsText("field")).containsExactly("name", "task", "shape");
        assertThat(parameter.statusCode()).isEqualTo(400);
        assertThat(type.statusCode()).isEqualTo(415);
        assertThat(server.datasets.find("bad")).isEmpty();
    }

    @Test
    void knowsOnlyDataSetsThatAreHere() {
        assertThat(server.get("/api/v1/datasets/none").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/datasets/..%2F..%2Fetc/content").statusCode())
                .isEqualTo(404);
    }

    @Test
    void passesCheckpointsBetweenNodes() throws NoSuchAlgorithmException {
        String hash = sha256("weights");
        String path = "/api/v1/artifacts/" + hash;

        assertThat(server.get(path).statusCode()).isEqualTo(404);
        assertThat(put(path, "weights").statusCode()).isEqualTo(201);
        assertThat(put(path, "weights").statusCode()).isEqualTo(200);
        assertThat(server.get(path).body()).isEqualTo("weights");

        server.sweeps.checkpoint = Optional.of(hash);
        HttpResponse<String> checkpoint = server.get("/api/v1/sweeps/s1/trials/3/checkpoint");
        assertThat(checkpoint.body()).isEqualTo("weights");
        assertThat(checkpoint.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"trial-3.checkpoint\"");
    }

    @Test
    void refusesArtifactsThatAreNotWhatTheyAreCalled() {
        HttpResponse<String> wrong = put("/api/v1/artifacts/" + "a".repeat(64), "weights");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("but " + "a".repeat(64) + " was announced");
        assertThat(put("/api/v1/artifacts/xyz", "weights").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/artifacts/..%2F..%2Fx").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> put(String path, String text) {
        return server.send(server.request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString(text)));
    }
}
