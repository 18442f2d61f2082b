package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sweepforge.benchmarks.data.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A sweep that both sides run.
 *
 * @param specification as our API takes it; the peer reads the same
 */
record RacedSweep(ObjectNode specification) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALL_HOURS = 17_420;

    static List<String> names() {
        return List.of("mnist-conv", "etth1-lstm");
    }

    static RacedSweep named(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("sweep must be one of " + String.join(", ", names()) + ", was " + name);
        }
        try (InputStream in = RacedSweep.class.getResourceAsStream(name + ".json")) {
            return new RacedSweep((ObjectNode) JSON.readTree(Objects.requireNonNull(in, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return specification.get("name").asText();
    }

    String metric() {
        return specification.at("/objectives/0/metric").asText();
    }

    boolean maximizes() {
        return specification.at("/objectives/0/goal").asText().equals("maximize");
    }

    int trials() {
        return specification.at("/budget/maxTrials").asInt();
    }

    boolean forecasts() {
        return specification.at("/trial/dataset").asText().equals("etth1");
    }

    /** The same with another number of trials and a seed. */
    RacedSweep with(int trials, long seed) {
        ObjectNode copy = specification.deepCopy();
        copy.putObject("budget").put("maxTrials", trials);
        copy.put("seed", seed);
        return new RacedSweep(copy);
    }

    RealData data(Path folder) throws IOException {
        return forecasts() ? RealData.transformer(folder, ALL_HOURS) : RealData.digits(folder);
    }
}
