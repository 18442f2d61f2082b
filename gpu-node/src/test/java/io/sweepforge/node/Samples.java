package io.sweepforge.node;

import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.DataFormat;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.DatasetDescription;
import io.sweepforge.kernels.data.Datasets;
import io.sweepforge.kernels.data.Task;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.TrialAssignment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small things that many tests need. */
public final class Samples {
    /** Two classes that the first of four features tells apart. */
    public static final byte[] CSV = IntStream.range(0, 60)
            .mapToObj(
                    row -> "%d,%d,%d,%d,%s".formatted(row % 2 * 5, row % 3, row % 5, row % 7, row % 2 == 0 ? "a" : "b"))
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);

    private Samples() {}

    public static AttemptId attempt(int trial) {
        return new AttemptId("sweep", trial, 1);
    }

    public static DatasetReference dataset(String hash) {
        return new DatasetReference(hash, "sample", "csv", "classification", null, null, 60, List.of(2, 2), 2);
    }

    public static TrialAssignment assignment(int trial) {
        return assignment(trial, "lstm-classifier", Map.of(), null);
    }

    public static TrialAssignment assignment(
            int trial, String family, Map<String, Object> parameters, @Nullable CheckpointReference resumeFrom) {
        return new TrialAssignment(
                attempt(trial), "cpu-0", family, dataset("d"), parameters, 10, 42, resumeFrom, false, 5, List.of(3));
    }

    public static NodeDescription.Device device(int lanes) {
        return new NodeDescription.Device("cpu-0", "fake", "a fake", 1000, lanes);
    }

    public static Dataset dataset() {
        DatasetDescription description = DatasetDescription.of("sample", Task.CLASSIFICATION, DataFormat.CSV)
                .withRowShape(List.of(2, 2));
        try {
            return Datasets.decode(description, CSV);
        } catch (BadDatasetException e) {
            throw new AssertionError(e);
        }
    }
}
