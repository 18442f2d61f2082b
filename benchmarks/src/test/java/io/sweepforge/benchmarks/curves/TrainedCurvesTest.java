package io.sweepforge.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.benchmarks.data.RealData;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.search.space.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedCurvesTest {
    private static final Path BUNDLED = Path.of("../examples/data");
    private static final CurveStudy DIGITS = CurveStudy.named("digits-conv");
    private static final Configuration SMALL = new Configuration(Map.of(
            "learningRate",
            0.01,
            "filters",
            4L,
            "denseUnits",
            16L,
            "dropout",
            0.0,
            "weightDecay",
            1e-6,
            "schedule",
            "constant"));

    @TempDir
    private Path folder;

    private Curves curves() throws Exception {
        Dataset data = RealData.named(BUNDLED, DIGITS.dataset()).decode();
        return new TrainedCurves(DIGITS, data, 1, Optional.of(folder));
    }

    private static double[] first(Curve curve, int epochs) {
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            losses[epoch] = curve.next();
        }
        curve.close();
        return losses;
    }

    @Test
    void trainsOnlyAsFarAsAskedAndGoesOnFromWhatTheFolderRemembers() throws Exception {
        double[] two = first(curves().begin(SMALL), 2);
        assertThat(two[1]).isLessThan(two[0]);

        Path file = folder.resolve("digits-conv-1.csv");
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(first(curves().begin(SMALL), 2)).isEqualTo(two);
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(first(curves().begin(SMALL), 3)).startsWith(two);
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void aCurveIsTheSameWhetherItIsTrainedAtOnceOrInParts() throws Exception {
        first(curves().begin(SMALL), 1);
        double[] inParts = first(curves().begin(SMALL), 3);
        Files.delete(folder.resolve("digits-conv-1.csv"));
        assertThat(first(curves().begin(SMALL), 3)).isEqualTo(inParts);
    }

    @Test
    void findsTheStudiesWhoseDataAreThere() {
        assertThat(CurveStudy.in(BUNDLED).stream().map(CurveStudy::name).collect(Collectors.toList()))
                .isEqualTo(List.of("digits-conv", "sunspots-lstm"));
        assertThat(CurveStudy.in(folder)).isEmpty();
    }

    @Test
    void fixedAndSearchedParametersMakeATrial() {
        assertThat(DIGITS.parameters(SMALL)).containsEntry("convLayers", 1).containsEntry("filters", 4L);
    }
}
