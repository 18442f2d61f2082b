package io.sweepforge.benchmarks.gpu;

import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.DataFormat;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.DatasetDescription;
import io.sweepforge.kernels.data.Datasets;
import io.sweepforge.kernels.data.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Data of the right shape; what it holds does not matter for speed. */
final class MadeUpData {
    private MadeUpData() {}

    /** A series [rows, variables]. */
    static Dataset series(int rows, int variables) {
        return decode(
                DatasetDescription.of("waves", Task.FORECASTING, DataFormat.CSV),
                rows,
                row -> waves(row, variables, "%.4f"));
    }

    /** Images [rows, 1, side, side] of ten classes. */
    static Dataset images(int rows, int side) {
        return decode(
                DatasetDescription.of("pictures", Task.CLASSIFICATION, DataFormat.CSV)
                        .withRowShape(List.of(1, side, side)),
                rows,
                row -> waves(row, side * side, "%.2f") + "," + row % 10);
    }

    private static String waves(int row, int count, String format) {
        return IntStream.range(0, count)
                .mapToObj(i -> format.formatted(Math.sin(0.1 * row + i)))
                .collect(Collectors.joining(","));
    }

    private static Dataset decode(DatasetDescription description, int rows, IntFunction<String> row) {
        String csv = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n"));
        try {
            return Datasets.decode(description, csv.getBytes(StandardCharsets.UTF_8));
        } catch (BadDatasetException e) {
            throw new IllegalStateException("made-up data was refused", e);
        }
    }
}
