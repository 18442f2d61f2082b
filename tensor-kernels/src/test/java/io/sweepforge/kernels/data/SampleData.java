package io.sweepforge.kernels.data;

import io.sweepforge.kernels.Skip;
import io.sweepforge.kernels.random.Philox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Data sets for tests: small made-up ones, and the real ones of the examples. */
public final class SampleData {
    private static final long SEED = 11;

    private SampleData() {}

    /** Images 6×6 of a vertical bar at one of three places, with noise. */
    public static LabelledDataset bars(int rows) {
        StringBuilder csv = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int pixel = 0; pixel < 36; pixel++) {
                double bar = pixel % 6 / 2 == row % 3 ? 1 : 0;
                csv.append(bar + 0.6 * Philox.normal(SEED, 1, row * 36L + pixel))
                        .append(',');
            }
            csv.append(row % 3).append('\n');
        }
        return (LabelledDataset)
                decode(DatasetDescription.of("bars", Task.CLASSIFICATION, DataFormat.CSV), csv.toString());
    }

    /** Two variables: noise, and a sine of period 16 with noise as the target. */
    public static SeriesDataset wave(int rows) {
        StringBuilder csv = new StringBuilder("noise,wave\n");
        for (int row = 0; row < rows; row++) {
            double noise = Philox.normal(SEED, 2, row);
            csv.append(noise)
                    .append(',')
                    .append(StrictMath.sin(row * Math.PI / 8) + 0.1 * noise)
                    .append('\n');
        }
        return (SeriesDataset) decode(DatasetDescription.of("wave", Task.FORECASTING, DataFormat.CSV), csv.toString());
    }

    public static Dataset digits() {
        return decode(
                DatasetDescription.of("digits", Task.CLASSIFICATION, DataFormat.CSV),
                read(root().resolve("examples/data/digits.csv.gz")));
    }

    public static Dataset sunspots() {
        return decode(
                DatasetDescription.of("sunspots", Task.FORECASTING, DataFormat.CSV)
                        .withIndex("month"),
                read(root().resolve("examples/data/sunspots.csv")));
    }

    /** A file that is on some machines only; skips the test elsewhere. */
    static byte[] testsOnly(String file) {
        Path path = root().resolve("../shared/data/tests-only").resolve(file);
        Skip.unless(Files.exists(path), () -> path.normalize() + " is not on this machine");
        return read(path);
    }

    static Dataset decode(DatasetDescription description, String text) {
        return decode(description, text.getBytes(StandardCharsets.UTF_8));
    }

    static Dataset decode(DatasetDescription description, byte[] bytes) {
        try {
            return Datasets.decode(description, bytes);
        } catch (BadDatasetException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Every row of a part, one after the other. */
    static List<float[]> rows(LabelledDataset dataset, Split split) {
        return IntStream.range(0, dataset.count(split))
                .mapToObj(i -> {
                    float[] row = new float[dataset.rowSize()];
                    dataset.copyRow(split, i, row, 0);
                    return row;
                })
                .toList();
    }

    private static Path root() {
        return Path.of(System.getProperty("sweepforge.root"));
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
