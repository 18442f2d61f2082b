package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sweepforge.benchmarks.data.RealData;
import io.sweepforge.benchmarks.sweep.Timeline.Point;
import io.sweepforge.client.DatasetUpload;
import io.sweepforge.client.Patience;
import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import io.sweepforge.client.view.Trial;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * This project: a fresh cluster of one coordinator and one node. The clock starts when the sweep is submitted.
 *
 * @param root where this project lies
 * @param sampler what chooses the configurations
 */
record OurSide(Path root, String sampler) {
    Timeline run(RacedSweep sweep, RealData data, Path folder) throws IOException, InterruptedException {
        try (LocalCluster cluster = LocalCluster.start(root, folder)) {
            SweepforgeClient client = new SweepforgeClient(cluster.url(), new Patience(Duration.ofSeconds(30)));
            upload(client, data);
            ObjectNode specification = sweep.specification().deepCopy();
            specification.putObject("sampler").put("kind", sampler);
            Sweep submitted = client.submit(specification);
            client.follow(submitted.id(), unused -> {});
            Sweep ended = client.sweep(submitted.id());
            if (!ended.isCompleted()) {
                throw new IllegalStateException("the sweep is " + ended.state() + ": " + ended.stopReason());
            }
            return new Timeline(sampler + ", asha", sweep.maximizes(), points(client, sweep, ended));
        }
    }

    private static void upload(SweepforgeClient client, RealData data) {
        var description = data.description();
        Path name = Path.of(description.name() + "." + data.extension());
        client.upload(
                new DatasetUpload(
                        name,
                        description.name(),
                        description.task().label(),
                        Optional.ofNullable(description.target()),
                        Optional.ofNullable(description.index()),
                        Optional.empty()),
                BodyPublishers.ofByteArray(data.bytes()));
    }

    private static List<Point> points(SweepforgeClient client, RacedSweep sweep, Sweep ended) {
        Instant begin = ended.createdAt();
        List<Point> points = new ArrayList<>();
        for (Trial trial : client.trials(ended.id(), "number", sweep.trials())) {
            for (JsonNode epoch : client.curve(ended.id(), trial.number())) {
                Duration since =
                        Duration.between(begin, Instant.parse(epoch.get("at").asText()));
                double value = epoch.get("metrics").path(sweep.metric()).asDouble(Double.NaN);
                points.add(new Point(since.toMillis() / 1e3, value));
            }
        }
        return points;
    }
}
