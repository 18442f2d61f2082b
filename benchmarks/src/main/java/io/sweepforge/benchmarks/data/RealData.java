package io.sweepforge.benchmarks.data;

import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.DataFormat;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.DatasetDescription;
import io.sweepforge.kernels.data.Datasets;
import io.sweepforge.kernels.data.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data set as files that can be uploaded.
 *
 * @param extension of the file's name, which tells the format
 */
public record RealData(DatasetDescription description, String extension, byte[] bytes) {
    private static final String MNIST = "mnist-t10k-images-idx3-ubyte.gz";
    private static final String ETTH1 = "ETTh1.csv";
    private static final String DIGITS = "digits.csv.gz";
    private static final String SUNSPOTS = "sunspots.csv";
    private static final Map<String, String> FILES =
            Map.of("mnist", MNIST, "etth1", ETTH1, "digits", DIGITS, "sunspots", SUNSPOTS);
    private static final int ALL_HOURS = 17_420;

    /** Whether {@link #named} finds what it needs in a folder. */
    public static boolean isIn(Path folder, String name) {
        return Files.exists(folder.resolve(file(name)));
    }

    /** Reads one of {@code mnist}, {@code etth1} and the bundled {@code digits} and {@code sunspots}. */
    public static RealData named(Path folder, String name) throws IOException {
        return switch (file(name)) {
            case MNIST -> digits(folder);
            case ETTH1 -> transformer(folder, ALL_HOURS);
            case DIGITS -> smallDigits(folder);
            default -> sunspots(folder);
        };
    }

    private static String file(String name) {
        String file = FILES.get(name);
        if (file == null) {
            throw new IllegalArgumentException("name: must be of " + FILES.keySet() + ", was " + name);
        }
        return file;
    }

    private static RealData smallDigits(Path folder) throws IOException {
        DatasetDescription description = DatasetDescription.of("digits", Task.CLASSIFICATION, DataFormat.CSV)
                .withRowShape(List.of(1, 8, 8));
        return new RealData(description, "csv", unpacked(folder.resolve(DIGITS)));
    }

    private static RealData sunspots(Path folder) throws IOException {
        DatasetDescription description = DatasetDescription.of("sunspots", Task.FORECASTING, DataFormat.CSV)
                .withIndex("month")
                .withTarget("sunspots");
        return new RealData(description, "csv", Files.readAllBytes(folder.resolve(SUNSPOTS)));
    }

    /** MNIST's 10,000 test digits, images and labels in one archive. */
    public static RealData digits(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("images"));
            zip.write(unpacked(folder.resolve(MNIST)));
            zip.putNextEntry(new ZipEntry("labels"));
            zip.write(unpacked(folder.resolve("mnist-t10k-labels-idx1-ubyte.gz")));
        }
        return new RealData(
                DatasetDescription.of("mnist", Task.CLASSIFICATION, DataFormat.IDX), "zip", bytes.toByteArray());
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    /** The first hours of a transformer's oil temperature and loads. */
    public static RealData transformer(Path folder, int hours) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(ETTH1))) {
            String csv = lines.limit(hours + 1L).collect(Collectors.joining("\n"));
            DatasetDescription description = DatasetDescription.of("etth1", Task.FORECASTING, DataFormat.CSV)
                    .withIndex("date")
                    .withTarget("OT");
            return new RealData(description, "csv", csv.getBytes(StandardCharsets.UTF_8));
        }
    }

    public Dataset decode() throws BadDatasetException {
        return Datasets.decode(description, bytes);
    }
}
