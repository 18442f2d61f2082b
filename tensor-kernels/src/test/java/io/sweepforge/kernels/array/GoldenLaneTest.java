package io.sweepforge.kernels.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.LaneReport.Finished;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.nn.Backends;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The last checkpoint of some lanes, bit for bit as it was recorded: another JDK, another vector width or another
 * processor must compute the same. A deliberate change of the arithmetic changes the record.
 */
class GoldenLaneTest {
    private static final Dataset BARS = SampleData.bars(90);
    private static final Dataset WAVE = SampleData.wave(90);

    private record Golden(String family, Dataset dataset, Map<String, Object> parameters) {}

    /** Sizes that fill no vector, a convolution by tiles, and an LSTM whose gates are longer than a slice of the matrix product. */
    private static final Map<String, Golden> LANES = Map.of(
            "conv",
            new Golden(
                    "conv-classifier",
                    BARS,
                    Map.of("filters", 5, "denseUnits", 37, "dropout", 0.3, "optimizer", "sgd")),
            "tiles",
            new Golden("conv-classifier", BARS, Map.of("filters", 9, "optimizer", "adam")),
            "forecaster",
            new Golden(
                    "lstm-forecaster",
                    WAVE,
                    Map.of("window", 9, "horizon", 3, "hidden", 66, "bidirectional", true, "optimizer", "adamw")),
            "classifier",
            new Golden(
                    "lstm-classifier",
                    BARS,
                    Map.of("hidden", 21, "layers", 2, "batchSize", 7, "optimizer", "rmsprop", "schedule", "constant")));

    @ParameterizedTest
    @CsvSource({
        "vector, conv",
        "vector, tiles",
        "vector, forecaster",
        "vector, classifier",
        "reference, conv",
        "reference, tiles",
        "reference, forecaster",
        "reference, classifier"
    })
    void endsInTheRecordedBits(String backend, String lane) throws Exception {
        assertThat(sha256(train(backend, LANES.get(lane)))).isEqualTo(recorded().getProperty(backend + "." + lane));
    }

    private static byte[] train(String backend, Golden golden) throws LaneRefusedException {
        try (Cores cores = new Cores(1);
                TrialArray array = TrialArrays.open(
                        Backends.named(backend),
                        ModelFamilies.named(golden.family()),
                        golden.dataset(),
                        1L << 30,
                        cores)) {
            array.add("golden", new LaneSpec(golden.parameters(), 1, 5));
            List<LaneReport> reports = new ArrayList<>();
            while (array.size() > 0) {
                reports.addAll(array.poll());
            }
            return ((Finished) reports.get(reports.size() - 1)).checkpoint();
        }
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Properties recorded() throws IOException {
        Properties recorded = new Properties();
        try (InputStream in = GoldenLaneTest.class.getResourceAsStream("golden-lanes.properties")) {
            recorded.load(in);
        }
        return recorded;
    }
}
