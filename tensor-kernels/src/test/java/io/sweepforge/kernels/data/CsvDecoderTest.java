package io.sweepforge.kernels.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvDecoderTest {
    private static final DatasetDescription CLASSES =
            DatasetDescription.of("flowers", Task.CLASSIFICATION, DataFormat.CSV);
    private static final DatasetDescription SERIES = DatasetDescription.of("load", Task.FORECASTING, DataFormat.CSV);

    @Test
    void readsTheRealDigits() {
        LabelledDataset digits = (LabelledDataset) SampleData.digits();

        assertThat(digits.shape().shape()).containsExactly(1, 8, 8);
        assertThat(digits.shape().rows()).isEqualTo(1797);
        assertThat(digits.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(digits.count(Split.TRAINING)).isEqualTo(1258);
    }

    @Test
    void readsTheRealSunspotsWithoutTheirIndex() {
        SeriesDataset sunspots = (SeriesDataset) SampleData.sunspots();

        assertThat(sunspots.rows()).isEqualTo(2820);
        assertThat(sunspots.variables()).containsExactly("sunspots");
    }

    @Test
    void dropsAFirstColumnOfDates() {
        SeriesDataset load =
                (SeriesDataset) decode(SERIES, "date,a,OT\n" + lines(40, "2016-07-01 00:00:00,%1$d,%1$d.5"));

        assertThat(load.variables()).containsExactly("a", "OT");
        assertThat(load.target()).isEqualTo(1);
    }

    @Test
    void readsHourlyLoadWithDatesAndSevenVariables() {
        SeriesDataset load = (SeriesDataset) SampleData.decode(SERIES, SampleData.testsOnly("ETTh1.csv"));

        assertThat(load.rows()).isEqualTo(17_420);
        assertThat(load.variables()).containsExactly("HUFL", "HULL", "MUFL", "MULL", "LUFL", "LULL", "OT");
    }

    @Test
    void takesWordsAsClassesAndSortsThem() {
        LabelledDataset flowers =
                (LabelledDataset) decode(CLASSES, lines(20, "%1$d,2.5,virginica") + lines(20, "1,%1$d,setosa"));

        assertThat(flowers.classes()).containsExactly("setosa", "virginica");
        assertThat(flowers.shape().shape()).containsExactly(1, 2);
    }

    @Test
    void readsQuotedFieldsWithCommasQuotesAndLineEnds() {
        String text =
                "\"the \"\"first\"\"\",\"kind,\nof\"\r\n" + lines(20, "%1$d,\"a, b\"") + lines(20, "%1$d,\"c\"\"d\"");
        LabelledDataset flowers = (LabelledDataset) decode(CLASSES, text);

        assertThat(flowers.classes()).containsExactly("a, b", "c\"d");
    }

    @Test
    void takesTheNamedTargetWhereverItIs() {
        String text = "kind,a,b,c,d\n" + lines(20, "blue,%1$d,2,3,4") + lines(20, "red,%1$d,2,3,4");
        LabelledDataset flowers = (LabelledDataset) decode(CLASSES.withTarget("kind"), text);

        assertThat(flowers.classes()).containsExactly("blue", "red");
        assertThat(flowers.shape().shape()).containsExactly(1, 2, 2);
    }

    @Test
    void callsColumnsByNumberWithoutAHeader() {
        SeriesDataset load = (SeriesDataset) decode(SERIES.withTarget("1").withIndex("3"), lines(40, "%1$d,7,%1$d"));

        assertThat(load.variables()).containsExactly("1", "2");
        assertThat(load.target()).isZero();
    }

    @Test
    void recognisesGzip() throws IOException {
        byte[] plain = lines(40, "%1$d,7").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }

        assertThat(SampleData.decode(SERIES, packed.toByteArray()).checksum())
                .isEqualTo(SampleData.decode(SERIES, plain).checksum());
    }

    @Test
    void keepsTheShapeThatWasDeclared() {
        String text = lines(20, "1,2,3,%1$d,a") + lines(20, "1,2,3,%1$d,b");

        assertThat(decode(CLASSES.withRowShape(List.of(2, 2)), text).shape().shape())
                .containsExactly(2, 2);
    }

    @Test
    void standardisesByTheTrainingRowsOnly() {
        SeriesDataset load = (SeriesDataset) decode(SERIES, lines(70, "%1$d") + lines(30, "1000000"));

        double mean = 0;
        for (int row = 0; row < 70; row++) {
            mean += load.target(row) / 70;
        }
        assertThat(mean).isCloseTo(0, within(1e-6));
        assertThat(load.targetScale()).isCloseTo(Math.sqrt((70 * 70 - 1) / 12.0), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,b\n1,2\n1,x\n'         | line 3, column b: \"x\" is not a number",
                "'a,b\n1,2\n,2\n'          | line 3, column a: the value is missing",
                "'a,b\n1,2\n1,NaN\n'       | line 3, column b: \"NaN\" is not a number",
                "'a,b\n1,2\n1,1e999\n'     | line 3, column b: \"1e999\" is not a number",
                "'a,b\n1,2\n1,2,3\n'       | line 3: 3 columns where there should be 2",
                "'a,b\n1,2\n\"1,2\n'       | line 3: a quoted field is never closed",
                "'a,b\n1,2\n\"1\"x,2\n'    | line 3: \"x\" after a closing quote",
                "'a,b\n1,2\n3,4\n'         | has 2 rows; a series needs at least 40",
                "'a,b\n'                   | has fewer than two lines",
            })
    void refusesABrokenSeriesNamingThePlace(String text, String message) {
        assertRefused(SERIES, text, message);
    }

    @Test
    void refusesAQuantityAsClass() {
        assertRefused(
                CLASSES, lines(20, "1,0.%1$d7"), "line 1, column 2: a class is an integer or a word, was \"0.07\"");
    }

    @Test
    void refusesASingleClass() {
        assertRefused(CLASSES, lines(20, "%1$d,5"), "has one class only (5)");
    }

    @Test
    void refusesUnknownColumnsNamingTheKnownOnes() {
        assertRefused(
                SERIES.withTarget("c"), "a,b\n1,2\n", "has no column \"c\" for the target; its columns are [a, b]");
        assertRefused(SERIES.withIndex("d"), "a,b\n1,2\n", "has no column \"d\" for the index");
        assertRefused(SERIES.withIndex("b"), "a,b\n1,2\n", "the target column b is the index");
    }

    @Test
    void refusesAShapeThatDoesNotFit() {
        assertRefused(
                CLASSES.withRowShape(List.of(1, 8, 8)), "1,2,3\n1,2,4\n", "[1, 8, 8] has 64 values but each row has 2");
    }

    @Test
    void refusesValuesBeyondSinglePrecision() {
        assertRefused(
                SERIES, lines(70, "1,%1$d") + lines(30, "1,1e300"), "data row 71, column 2: too far from the rest");
        assertRefused(
                CLASSES, lines(20, "%1$d,1") + lines(20, "1e300,2"), "data row 21, value 1: too far from the rest");
    }

    @Test
    void refusesTextWithoutCommasAndBytesThatAreNoText() {
        assertRefused(CLASSES, "1;2\n3;4\n", "separate columns by commas");
        assertThatExceptionOfType(BadDatasetException.class)
                .isThrownBy(() -> Datasets.decode(CLASSES, new byte[] {(byte) 0xff, (byte) 0xfe, 0}))
                .withMessageContaining("not UTF-8");
        assertThatExceptionOfType(BadDatasetException.class)
                .isThrownBy(() -> Datasets.decode(CLASSES, new byte[] {0x1f, (byte) 0x8b, 0}))
                .withMessageContaining("gzip but is damaged");
    }

    private static Dataset decode(DatasetDescription description, String text) {
        return SampleData.decode(description, text);
    }

    private static String lines(int count, String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pattern.formatted(i)).append('\n');
        }
        return text.toString();
    }

    private static void assertRefused(DatasetDescription description, String text, String message) {
        assertThatExceptionOfType(BadDatasetException.class)
                .isThrownBy(() -> Datasets.decode(description, text.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining(message);
    }
}
