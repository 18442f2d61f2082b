package io.sweepforge.kernels.check;

import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.DataFormat;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.DatasetDescription;
import io.sweepforge.kernels.data.Datasets;
import io.sweepforge.kernels.data.Task;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A made-up series of two variables. */
final class Series {
    private Series() {}

    static Dataset ofRows(int rows) {
        String csv = IntStream.range(0, rows)
                .mapToObj(row -> Math.sin(row * 0.1) + "," + (Math.cos(row * 0.23) + row * 1e-3))
                .collect(Collectors.joining("\n"));
        try {
            return Datasets.decode(
                    DatasetDescription.of("made-up", Task.FORECASTING, DataFormat.CSV),
                    csv.getBytes(StandardCharsets.UTF_8));
        } catch (BadDatasetException e) {
            throw new IllegalStateException("a made-up series was refused", e);
        }
    }
}
