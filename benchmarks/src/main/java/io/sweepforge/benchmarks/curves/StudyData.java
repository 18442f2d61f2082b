package io.sweepforge.benchmarks.curves;

import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.DataFormat;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.DatasetDescription;
import io.sweepforge.kernels.data.Datasets;
import io.sweepforge.kernels.data.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reads the data sets of the studies from a folder. */
final class StudyData {
    private static final int HOURS = 6_000;
    private static final int DIGITS = 5_000;

    private StudyData() {}

    static Dataset read(CurveStudy study, Path folder) throws IOException, BadDatasetException {
        return study.family().equals("conv-classifier") ? digits(folder) : transformer(folder);
    }

    private static Dataset digits(Path folder) throws IOException, BadDatasetException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("images"));
            zip.write(firstRows(folder.resolve("mnist-t10k-images-idx3-ubyte.gz"), 16, 28 * 28));
            zip.putNextEntry(new ZipEntry("labels"));
            zip.write(firstRows(folder.resolve("mnist-t10k-labels-idx1-ubyte.gz"), 8, 1));
        }
        return Datasets.decode(
                DatasetDescription.of("mnist", Task.CLASSIFICATION, DataFormat.IDX), bytes.toByteArray());
    }

    /** An IDX file of fewer rows: the header with its second word, the number of rows, replaced, and what follows it. */
    private static byte[] firstRows(Path file, int headerBytes, int rowBytes) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] cut = in.readNBytes(headerBytes + DIGITS * rowBytes);
            ByteBuffer.wrap(cut).putInt(Integer.BYTES, DIGITS);
            return cut;
        }
    }

    private static Dataset transformer(Path folder) throws IOException, BadDatasetException {
        try (Stream<String> lines = Files.lines(folder.resolve("ETTh1.csv"))) {
            String csv = lines.limit(HOURS + 1).collect(Collectors.joining("\n"));
            DatasetDescription description = DatasetDescription.of("etth1", Task.FORECASTING, DataFormat.CSV)
                    .withIndex("date")
                    .withTarget("OT");
            return Datasets.decode(description, csv.getBytes(StandardCharsets.UTF_8));
        }
    }
}
