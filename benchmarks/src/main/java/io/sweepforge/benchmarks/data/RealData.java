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
    /** MNIST's 10,000 test digits, images and labels in one archive. */
    public static RealData digits(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("images"));
            zip.write(unpacked(folder.resolve("mnist-t10k-images-idx3-ubyte.gz")));
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
        try (Stream<String> lines = Files.lines(folder.resolve("ETTh1.csv"))) {
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
