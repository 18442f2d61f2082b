package io.sweepforge.kernels.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.LaneReport.EpochFinished;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.nn.Backends;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The families learn real data with all defaults and seed 1. The sunspots' are 12 months ahead from a window of 48. */
class LearningTest {
    @Test
    void convolutionsReadDigits() throws LaneRefusedException {
        Map<String, Double> metrics = train("conv-classifier", SampleData.digits());

        assertThat(metrics.get("validationAccuracy")).isGreaterThanOrEqualTo(0.97);
        assertThat(metrics.get("testAccuracy")).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void anLstmReadsDigitsRowByRow() throws LaneRefusedException {
        Map<String, Double> metrics = train("lstm-classifier", SampleData.digits());

        assertThat(metrics.get("validationAccuracy")).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void anLstmForecastsSunspotsBetterThanTheNaiveForecast() throws LaneRefusedException {
        Map<String, Double> metrics = train("lstm-forecaster", SampleData.sunspots());

        assertThat(metrics.get("testRmseRatio")).isLessThanOrEqualTo(0.80);
    }

    /** The metrics of the last epoch. */
    private static Map<String, Double> train(String name, Dataset data) throws LaneRefusedException {
        TrainableFamily family = ModelFamilies.named(name);
        Map<String, Double> last = Map.of();
        try (Cores cores = new Cores(1);
                TrialArray array = TrialArrays.open(Backends.named("vector"), family, data, 1L << 30, cores)) {
            array.add("a", new LaneSpec(Map.of(), family.defaultEpochs(), 1));
            while (array.size() > 0) {
                for (LaneReport report : array.poll()) {
                    last = report instanceof EpochFinished epoch ? epoch.metrics() : last;
                }
            }
        }
        return last;
    }
}
