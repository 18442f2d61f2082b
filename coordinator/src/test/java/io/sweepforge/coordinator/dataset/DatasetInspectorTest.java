package io.sweepforge.coordinator.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DatasetInspectorTest {
    private static final String ROWS = "1,2,3,4,a\n5,6,7,8,b\n".repeat(10);
    private static final String STEPS = "2001-01-01,1.5,2\n".repeat(40);

    private static UploadRequest labelled(String... shape) {
        List<Integer> sizes = List.of(shape).stream().map(Integer::valueOf).toList();
        return new UploadRequest("data", "classification", null, null, sizes);
    }

    private static UploadRequest series(String target, String index) {
        return new UploadRequest("data", "forecasting", target, index, List.of());
    }

    private static Inspection inspect(UploadRequest request, byte[] bytes) throws IOException, BadDatasetException {
        return DatasetInspector.inspect(request, new ByteArrayInputStream(bytes));
    }

    private static Inspection inspect(UploadRequest request, String text) throws IOException, BadDatasetException {
        return inspect(request, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(UploadRequest request, String text, String field, String words) {
        refuses(request, text.getBytes(StandardCharsets.UTF_8), field, words);
    }

    private static void refuses(UploadRequest request, byte[] bytes, String field, String words) {
        assertThatThrownBy(() -> inspect(request, bytes)).isInstanceOfSatisfying(BadDatasetException.class, e -> {
            assertThat(e.errors().get(0).field()).isEqualTo(field);
            assertThat(e.errors().get(0).message()).contains(words);
        });
    }

    @Test
    void readsAClassificationWithoutAHeader() throws Exception {
        assertThat(inspect(labelled(), ROWS))
                .isEqualTo(new Inspection("csv", 20, List.of(1, 2, 2), 2, List.of("1", "2", "3", "4", "5")));
    }

    @Test
    void readsQuotedHeadersAndTheNamedTarget() throws Exception {
        UploadRequest request = new UploadRequest("data", "classification", "kind", "id", List.of());
        String csv = "\ufeff\"id\",\"kind\",\"the \"\"x\"\"\",y\r\n" + "7,cat,1,2\r\n\r\n8,dog,3,4\r\n".repeat(10);

        assertThat(inspect(request, csv))
                .isEqualTo(new Inspection("csv", 20, List.of(1, 2), 2, List.of("id", "kind", "the \"x\"", "y")));
    }

    @Test
    void takesTheDeclaredShape() throws Exception {
        assertThat(inspect(labelled("4", "1", "1"), ROWS).shape()).containsExactly(4, 1, 1);
        refuses(labelled("3", "3"), ROWS, "shape", "has 9 values but each row of the data has 4");
    }

    @Test
    void leavesOutTheIndexOfASeries() throws Exception {
        assertThat(inspect(series(null, null), STEPS).shape()).containsExactly(2);
        assertThat(inspect(series("price", "n"), "n,price\n" + "1,2\n".repeat(40))
                        .shape())
                .containsExactly(1);
    }

    @Test
    void readsWhatIsCompressed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(inspect(labelled(), bytes.toByteArray()).rows()).isEqualTo(20);
        byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
        refuses(labelled(), half, "content", "damaged or cut off");
    }

    @Test
    void saysWhatIsWrongWithText() {
        refuses(labelled(), "", "content", "fewer than two lines");
        refuses(labelled(), ROWS + "1,2,3,a\n", "content", "line 21: 4 columns where there should be 5");
        refuses(labelled(), ROWS + "1,2,,4,a\n", "content", "line 21, column 3: the value is missing");
        refuses(labelled(), ROWS + "1,2,NaN,4,a\n", "content", "\"NaN\" is not a number");
        refuses(labelled(), ROWS + "1,2,3,4,0.5\n", "content", "a class must be an integer or a word, was \"0.5\"");
        refuses(labelled(), ROWS + "\"1,2\n", "content", "line 21: a quoted field is never closed");
        refuses(labelled(), "1,a\n".repeat(30), "target", "one class only");
        refuses(labelled(), "1,a\n2,b\n", "content", "has 2 rows; classification needs at least 20");
        refuses(series("prcie", null), "day,price\n" + "1,2\n".repeat(40), "target", "did you mean \"price\"?");
        refuses(series("day", "day"), "day,price\n" + "1,2\n".repeat(40), "target", "is the index column");
        refuses(series(null, null), "1,2\n".repeat(39), "content", "has 39 rows; forecasting needs at least 40");
        refuses(labelled(), new byte[] {'1', ',', (byte) 0xff, '\n'}, "content", "not UTF-8");
    }

    @Test
    void readsIdxImagesWithTheirLabels() throws Exception {
        byte[] zip = zip(Map.of("images", idx(20, 3, 2), "labels", idx(20)));

        assertThat(inspect(labelled(), zip)).isEqualTo(new Inspection("idx", 20, List.of(1, 3, 2), 20, List.of()));
        refuses(series(null, null), zip, "task", "IDX holds classifications");
        refuses(labelled(), zip(Map.of("images", idx(20, 3, 2))), "content", "it has images");
        refuses(labelled(), new byte[] {'P', 'K', 3, 4, 1, 2}, "content", "empty or damaged zip");
        refuses(labelled(), zip(Map.of("images", idx(20, 3), "labels", idx(21))), "content", "labels have the shape");
        refuses(labelled(), zip(Map.of("images", new byte[] {1, 2, 3, 4, 5})), "content", "neither IDX nor NumPy");
    }

    @Test
    void readsNumpyArrays() throws Exception {
        byte[] x = npy("<f4", "(40, 2)", 4 * 80);
        byte[] y = npy("|u1", "(40,)", 40);
        y[y.length - 1] = 1;

        assertThat(inspect(labelled(), zip(Map.of("x.npy", x, "y.npy", y))))
                .isEqualTo(new Inspection("npy", 40, List.of(1, 2), 2, List.of()));
        assertThat(inspect(series("2", null), zip(Map.of("x.npy", x))))
                .isEqualTo(new Inspection("npy", 40, List.of(2), 0, List.of("1", "2")));
        refuses(series("3", null), zip(Map.of("x.npy", x)), "target", "must be a column from 1 to 2");
        refuses(labelled(), zip(Map.of("x.npy", x)), "content", "x.npy and y.npy");
        refuses(labelled(), zip(Map.of("x.npy", npy(">f4", "(40, 2)", 320))), "content", "type >f4");
        refuses(labelled(), zip(Map.of("x.npy", npy("<f4", "(40, 3)", 320))), "content", "the file is cut off");
        refuses(labelled(), zip(Map.of("x.npy", npy("<f4", "(99999999, 99)", 8))), "content", "1 GiB can be read");
    }

    @Test
    void readsTheExamplesOfTheProject() throws Exception {
        Path data = Path.of(System.getProperty("sweepforge.root"), "examples", "data");
        try (InputStream digits = Files.newInputStream(data.resolve("digits.csv.gz"));
                InputStream sunspots = Files.newInputStream(data.resolve("sunspots.csv"))) {
            Inspection images = DatasetInspector.inspect(labelled(), digits);
            Inspection steps = DatasetInspector.inspect(series("sunspots", "month"), sunspots);

            assertThat(images.shape()).containsExactly(1, 8, 8);
            assertThat(images.rows()).isEqualTo(1797);
            assertThat(images.classes()).isEqualTo(10);
            assertThat(steps.rows()).isEqualTo(2820);
            assertThat(steps.shape()).containsExactly(1);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Unsigned bytes 0, 1, 2, ... */
    private static byte[] idx(int... shape) {
        int values = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * shape.length + values);
        file.put(new byte[] {0, 0, 8, (byte) shape.length});
        for (int size : shape) {
            file.putInt(size);
        }
        for (int i = 0; i < values; i++) {
            file.put((byte) i);
        }
        return file.array();
    }

    private static byte[] npy(String type, String shape, int bytes) {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(type, shape);
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }
}
