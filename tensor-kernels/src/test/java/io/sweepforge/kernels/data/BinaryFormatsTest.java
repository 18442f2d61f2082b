package io.sweepforge.kernels.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryFormatsTest {
    private static final int ROWS = 20;
    private static final DatasetDescription IDX = DatasetDescription.of("mnist", Task.CLASSIFICATION, DataFormat.IDX);
    private static final DatasetDescription NPY = DatasetDescription.of("arrays", Task.CLASSIFICATION, DataFormat.NPY);

    @Test
    void readsMnistFromItsOwnFiles() {
        byte[] zip = zip(Map.of(
                "images.gz", SampleData.testsOnly("mnist-t10k-images-idx3-ubyte.gz"),
                "labels.gz", SampleData.testsOnly("mnist-t10k-labels-idx1-ubyte.gz")));
        LabelledDataset mnist = (LabelledDataset) SampleData.decode(IDX, zip);

        assertThat(mnist.shape().rows()).isEqualTo(10_000);
        assertThat(mnist.shape().shape()).containsExactly(1, 28, 28);
        assertThat(mnist.classes()).hasSize(10);
    }

    @Test
    void readsIdxWhateverItsFilesAreCalled() {
        Dataset images = SampleData.decode(IDX, zip(Map.of("a", idx(8, 3, ROWS, 2, 3), "b", idx(8, 1, ROWS))));

        assertThat(images.shape().shape()).containsExactly(1, 2, 3);
        assertThat(images.shape().classes()).isEqualTo(ROWS);
    }

    @Test
    void refusesBrokenIdxFiles() {
        byte[] labels = idx(8, 1, ROWS);
        assertRefused(IDX, Map.of("a", labels), "0 files of images and 1 of labels");
        assertRefused(
                IDX, Map.of("a", idx(8, 2, ROWS + 1, 4), "b", labels), "21 rows of features but labels of shape [20]");
        assertRefused(IDX, Map.of("a", Arrays.copyOf(labels, 15), "b", labels), "mnist/a: its header says [20]");
        assertRefused(IDX, Map.of("a", idx(7, 1, ROWS)), "unknown IDX type 0x7");
        assertRefused(IDX, Map.of("a", new byte[] {1, 2, 3, 4}), "is not IDX");
        assertRefused(IDX, Map.of("a", idx(8, 1, -5)), "cut off or damaged");
    }

    @Test
    void refusesWhatIsNoZip() {
        assertThatExceptionOfType(BadDatasetException.class)
                .isThrownBy(() -> Datasets.decode(IDX, new byte[100]))
                .withMessageContaining("not a zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f4", "<f8", "<i4", "<i8", "|u1"})
    void readsEveryNumpyType(String type) {
        LabelledDataset arrays = (LabelledDataset) SampleData.decode(
                NPY, zip(Map.of("x.npy", npy(type, "(20, 2, 3)", 120), "y.npy", npy("<i8", "(20,)", 20))));

        assertThat(arrays.shape().shape()).containsExactly(1, 2, 3);
        assertThat(arrays.classes().get(19)).isEqualTo("19");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesLabelsThatAreNoNumbers(double label) {
        byte[] labels = npy("<f8", "(20,)", 20);
        ByteBuffer.wrap(labels).order(ByteOrder.LITTLE_ENDIAN).putDouble(labels.length - 8, label);

        assertRefused(
                NPY,
                Map.of("x.npy", npy("<f4", "(20, 4)", 80), "y.npy", labels),
                "arrays, label of row 19: " + label + " is not a class");
    }

    @Test
    void readsASeriesFromNumpy() {
        DatasetDescription series =
                DatasetDescription.of("s", Task.FORECASTING, DataFormat.NPY).withTarget("1");
        SeriesDataset arrays =
                (SeriesDataset) SampleData.decode(series, zip(Map.of("x.npy", npy("<f8", "(50, 2)", 100))));

        assertThat(arrays.rows()).isEqualTo(50);
        assertThat(arrays.target()).isZero();
    }

    @Test
    void refusesBrokenNumpyFiles() {
        byte[] y = npy("<i8", "(20,)", 20);
        assertRefused(NPY, Map.of("y.npy", y), "has no x.npy; it has [y.npy]");
        assertRefused(NPY, Map.of("x.npy", npy(">f4", "(20, 4)", 80), "y.npy", y), "values of type >f4");
        assertRefused(NPY, Map.of("x.npy", npy("<f4", "(20, 5)", 80), "y.npy", y), "[20, 5] values of 4 bytes but 320");
        assertRefused(NPY, Map.of("x.npy", npy("<f4", "()", 1), "y.npy", y), "has the shape ()");
        assertRefused(NPY, Map.of("x.npy", new byte[40], "y.npy", y), "is not a NumPy array");
        assertRefused(NPY, Map.of("x.npy", Arrays.copyOf(y, 20), "y.npy", y), "cut off within its header");
    }

    private static void assertRefused(DatasetDescription description, Map<String, byte[]> files, String message) {
        assertThatExceptionOfType(BadDatasetException.class)
                .isThrownBy(() -> Datasets.decode(description, zip(files)))
                .withMessageContaining(message);
    }

    /** Values count up from 0. */
    private static byte[] idx(int type, int dimensions, int... sizes) {
        int values = Math.max(0, Arrays.stream(sizes).reduce(1, (a, b) -> a * b));
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * dimensions + values);
        out.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dimensions);
        Arrays.stream(sizes).forEach(out::putInt);
        for (int i = 0; i < values; i++) {
            out.put((byte) i);
        }
        return out.array();
    }

    /** Values count up from 0. */
    private static byte[] npy(String type, String shape, int values) {
        byte[] header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n"
                .formatted(type, shape)
                .getBytes(StandardCharsets.UTF_8);
        int width = type.charAt(2) - '0';
        ByteBuffer out =
                ByteBuffer.allocate(10 + header.length + width * values).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.UTF_8))
                .put((byte) 1)
                .put((byte) 0);
        out.putShort((short) header.length).put(header);
        for (int i = 0; i < values; i++) {
            switch (type.substring(1)) {
                case "f4" -> out.putFloat(i);
                case "f8" -> out.putDouble(i);
                case "i4" -> out.putInt(i);
                case "i8" -> out.putLong(i);
                default -> out.put((byte) i);
            }
        }
        return out.array();
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
