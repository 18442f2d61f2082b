package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sweepforge.benchmarks.Children;
import io.sweepforge.benchmarks.sweep.Timeline.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PyTorch with one process per core. Its clock starts when its processes have loaded their libraries and data.
 *
 * @param script {@code peers/torch_sweep.py}
 */
record PeerSide(Path python, Path script, int processes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param folder where {@link PeerData} and the specification lie */
    Timeline run(RacedSweep sweep, Path folder) throws IOException, InterruptedException {
        Path specification = folder.resolve("sweep.json");
        JSON.writeValue(specification.toFile(), sweep.specification());
        ProcessBuilder builder = new ProcessBuilder(
                        python.toString(),
                        "-W",
                        "ignore",
                        script.toString(),
                        specification.toString(),
                        folder.toString(),
                        String.valueOf(processes))
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));
        Process process = Children.start(builder);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            Timeline timeline = read(sweep, lines);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + " ended with status " + process.exitValue());
            }
            return timeline;
        } finally {
            process.destroy();
        }
    }

    private static Timeline read(RacedSweep sweep, BufferedReader lines) throws IOException {
        String searcher = "";
        List<Point> points = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode said = JSON.readTree(line);
            if (said.has("searcher")) {
                searcher = said.get("searcher").asText();
            } else {
                points.add(new Point(
                        said.get("seconds").asDouble(), said.get("value").asDouble(Double.NaN)));
            }
        }
        return new Timeline(searcher, sweep.maximizes(), points);
    }
}
