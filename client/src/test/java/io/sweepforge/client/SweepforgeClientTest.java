package io.sweepforge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.view.Sweep;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepforgeClientTest {
    private static final String SWEEP = "/api/v1/sweeps/s1";

    private final FakeCoordinator coordinator;
    private final List<Duration> waits = new ArrayList<>();
    private final SweepforgeClient client;
    private int silences;

    SweepforgeClientTest() throws IOException {
        coordinator = new FakeCoordinator();
        client = new SweepforgeClient(
                coordinator.url(), new Patience(Duration.ofSeconds(2)), waits::add, () -> silences++);
    }

    @AfterEach
    void close() {
        coordinator.close();
    }

    @Test
    void turnsAProblemIntoAnExceptionWithEveryFieldError() throws Exception {
        coordinator.problem(
                "POST /api/v1/sweeps",
                422,
                "{'title': 'The specification has mistakes', 'detail': 'two of them', 'errors': ["
                        + "{'field': 'seed', 'message': 'm1'}, {'field': 'space.lr.min', 'message': 'm2'}]}");
        JsonNode specification = Json.parse("{}");

        ApiException problem = catchThrowableOfType(ApiException.class, () -> client.submit(specification));

        assertThat(problem).hasMessage("The specification has mistakes: two of them");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .containsExactly(new FieldError("seed", "m1"), new FieldError("space.lr.min", "m2"));
    }

    @Test
    void quotesAnAnswerThatIsNoProblem() {
        coordinator.answer("GET " + SWEEP, 502, "text/html", "<html>bad gateway</html>");

        assertThatThrownBy(() -> client.sweep("s1"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("502")
                .hasMessageContaining("bad gateway");
    }

    @Test
    void triesAgainWhileTheCoordinatorStarts() {
        coordinator
                .problem("GET " + SWEEP, 503, "{'title': 'Not ready yet'}")
                .problem("GET " + SWEEP, 503, "{'title': 'Not ready yet'}")
                .json("GET " + SWEEP, "{'id': 's1', 'state': 'running'}");

        assertThat(client.sweep("s1").state()).isEqualTo("running");
        assertThat(waits).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void givesUpWhenNobodyAnswersForAsLongAsItIsPatient() {
        URI url = coordinator.url();
        coordinator.close();

        assertThatThrownBy(() -> client.sweeps())
                .isInstanceOf(UnreachableException.class)
                .hasMessage("no coordinator answers at " + url + ", tried for 2 s");
        assertThat(silences).isEqualTo(1);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void submitsWithOneIdempotencyKeyHoweverOftenItTries() throws Exception {
        coordinator
                .problem("POST /api/v1/sweeps", 503, "{'title': 'Not ready yet'}")
                .answer("POST /api/v1/sweeps", 201, "application/json", "{\"id\": \"s1\"}");

        assertThat(client.submit(Json.parse("{\"seed\":1}")).id()).isEqualTo("s1");

        assertThat(coordinator.received())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.body()).isEqualTo("{\"seed\":1}"));
        assertThat(coordinator.received().stream().map(request -> request.header("Idempotency-key")))
                .doesNotContain("")
                .containsOnly(coordinator.received().get(0).header("Idempotency-key"));
    }

    @Test
    void readsEveryPageOfAList() {
        coordinator
                .json("GET /api/v1/sweeps", "{'items': [{'id': 'a'}, {'id': 'b'}], 'next': 'x y'}")
                .json("GET /api/v1/sweeps", "{'items': [{'id': 'c'}], 'next': null}");

        assertThat(client.sweeps()).extracting(Sweep::id).containsExactly("a", "b", "c");
        assertThat(coordinator.received())
                .extracting(FakeCoordinator.Received::query)
                .containsExactly("limit=1000", "limit=1000&cursor=x%20y");
    }

    @Test
    void followsASweepThroughALostConnectionFromTheLastEventOn() {
        coordinator
                .events(
                        "GET " + SWEEP + "/events",
                        ": hello\n\nid: 7\nevent: sweep\ndata: {'id': 's1', 'state': 'running'}\n\n"
                                + "id: 8\nevent: trial\ndata: {}\n\nid: 9\nevent: sweep\ndata: {'half an even")
                .events(
                        "GET " + SWEEP + "/events",
                        "id: 9\nevent: sweep\ndata: {'id': 's1',\ndata: 'state': 'completed'}\n\n");
        List<String> states = new ArrayList<>();

        client.follow("s1", sweep -> states.add(sweep.state()));

        assertThat(states).containsExactly("running", "completed");
        assertThat(coordinator.received())
                .extracting(request -> request.header("Last-event-id"))
                .containsExactly("", "8");
    }

    @Test
    void saysHowToReadAnUploadedDataSet() {
        coordinator.answer("POST /api/v1/datasets", 201, "application/json", "{\"id\": \"h\"}");
        DatasetUpload upload = new DatasetUpload(
                Path.of("x", "Sun.CSV.gz"),
                "sun spots",
                "forecasting",
                Optional.of("a&b"),
                Optional.empty(),
                Optional.empty());

        client.upload(upload, BodyPublishers.ofString("1,2"));

        FakeCoordinator.Received request = coordinator.received().get(0);
        assertThat(request.query()).isEqualTo("name=sun%20spots&task=forecasting&target=a%26b");
        assertThat(request.header("Content-type")).isEqualTo("text/csv");
        assertThat(request.body()).isEqualTo("1,2");
    }
}
