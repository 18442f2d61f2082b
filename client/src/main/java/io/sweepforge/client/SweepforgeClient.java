package io.sweepforge.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.view.Sweep;
import io.sweepforge.client.view.Trial;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The HTTP API of a coordinator. Blocking and thread-safe. Every method throws {@link ApiException} when the coordinator
 * refuses and {@link UnreachableException} when it does not answer for as long as the client is patient.
 */
public final class SweepforgeClient {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration UPLOAD_TIMEOUT = Duration.ofHours(1);
    private static final String SWEEPS = "/api/v1/sweeps";

    private final Transport transport;

    /** @param url of the coordinator, e.g. {@code http://127.0.0.1:8080} */
    public SweepforgeClient(URI url, Patience patience) {
        this(url, patience, () -> {});
    }

    /** @param onSilence told each time that the coordinator is away for longer than a moment, from any thread */
    public SweepforgeClient(URI url, Patience patience, Runnable onSilence) {
        this(url, patience, duration -> Thread.sleep(duration.toMillis()), onSilence);
    }

    SweepforgeClient(URI url, Patience patience, Transport.Pause pause, Runnable onSilence) {
        transport = new Transport(url, patience, pause, onSilence);
    }

    /** Starts a sweep; repeated inside while the coordinator is away, it still starts one. */
    public Sweep submit(JsonNode specification) {
        HttpRequest.Builder request =
                jsonRequest(SWEEPS).header("Idempotency-Key", UUID.randomUUID().toString());
        return new Sweep(json(request.POST(BodyPublishers.ofString(specification.toString()))));
    }

    /** The specification with every default, or every mistake of it as an exception; nothing is started. */
    public JsonNode validate(JsonNode specification) {
        return json(jsonRequest(SWEEPS + "/validate").POST(BodyPublishers.ofString(specification.toString())));
    }

    public Sweep sweep(String id) {
        return new Sweep(get(sweepPath(id)));
    }

    /** All sweeps, all pages. */
    public List<Sweep> sweeps() {
        return pages().all(SWEEPS).stream().map(Sweep::new).toList();
    }

    /**
     * The first trials of a sweep in an order.
     *
     * @param sort {@code value} (the best one first), {@code number} or {@code duration}
     * @param limit from 1
     */
    public List<Trial> trials(String id, String sort, int limit) {
        String path = sweepPath(id) + "/trials?sort=" + encode(sort);
        return pages().first(path, limit).stream().map(Trial::new).toList();
    }

    /** What a trial reported, epoch by epoch: {@code step}, {@code metrics} and the time {@code at} of each. */
    public JsonNode curve(String id, int number) {
        return get(sweepPath(id) + "/trials/" + number + "/metrics").path("items");
    }

    /** @param verb {@code pause}, {@code resume} or {@code cancel} */
    public Sweep steer(String id, String verb) {
        return new Sweep(json(jsonRequest(sweepPath(id) + "/" + verb).POST(BodyPublishers.noBody())));
    }

    /** Deletes a finished sweep with its trials and artifacts. */
    public void delete(String id) {
        HttpRequest request = transport
                .request(sweepPath(id))
                .timeout(ANSWER_TIMEOUT)
                .DELETE()
                .build();
        transport.send(request, BodyHandlers.discarding());
    }

    /**
     * All trials of a sweep as a file.
     *
     * @param format {@code csv} or {@code json}
     */
    public InputStream export(String id, String format) {
        return stream(sweepPath(id) + "/trials." + format);
    }

    /**
     * How much each parameter matters.
     *
     * @param method {@code ped-anova} or {@code fanova}
     * @param objective a metric; empty for the first objective's
     */
    public JsonNode importance(String id, String method, Optional<String> objective) {
        String query = objective.map(metric -> "&objective=" + encode(metric)).orElse("");
        return get(sweepPath(id) + "/importance?method=" + encode(method) + query);
    }

    /** The trials that are best when every objective counts, and the hypervolume of their front. */
    public JsonNode pareto(String id) {
        return get(sweepPath(id) + "/pareto");
    }

    /** What happened to a trial until now, a line of UTF-8 per event. */
    public InputStream log(String id, int number) {
        return stream(sweepPath(id) + "/trials/" + number + "/log");
    }

    /** {@code nodes}, {@code datasets} or {@code model-families}: what the cluster has, all pages. */
    public List<JsonNode> list(String resource) {
        return pages().all("/api/v1/" + resource);
    }

    /** Uploads a data set; the same bytes again are the same data set. */
    public JsonNode upload(DatasetUpload upload, BodyPublisher content) {
        HttpRequest.Builder request =
                transport.request("/api/v1/datasets?" + upload.query()).header("Content-Type", upload.contentType());
        return parse(
                transport.send(request.timeout(UPLOAD_TIMEOUT).POST(content).build(), BodyHandlers.ofString()));
    }

    /** Hands over the sweep as it is and then each time it changes, until it is final. Survives restarts of the coordinator. */
    public void follow(String id, Consumer<Sweep> listener) {
        new EventStream(transport, sweepPath(id) + "/events").follow(event -> {
            if (!event.type().equals("sweep")) {
                return true;
            }
            Sweep sweep = new Sweep(parse(event.data()));
            listener.accept(sweep);
            return !sweep.isFinal();
        });
    }

    private Pages pages() {
        return new Pages(this::get);
    }

    private InputStream stream(String path) {
        return transport.send(transport.request(path).GET().build(), BodyHandlers.ofInputStream());
    }

    private JsonNode get(String path) {
        return json(transport.request(path).header("Accept", "application/json").GET());
    }

    private JsonNode json(HttpRequest.Builder request) {
        return parse(transport.send(request.timeout(ANSWER_TIMEOUT).build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder jsonRequest(String path) {
        return transport.request(path).header("Content-Type", "application/json");
    }

    private static String sweepPath(String id) {
        return SWEEPS + "/" + encode(id);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode parse(String body) {
        try {
            return Json.parse(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the coordinator's answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
