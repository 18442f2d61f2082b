package io.sweepforge.kernels.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.kernels.data.LabelledDataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.kernels.nn.Network;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final String[] RATIOS = {"validationRmseRatio", "validationMaeRatio", "testRmseRatio", "testMaeRatio"
    };

    @Test
    void aNetworkThatPredictsNoChangeIsTheNaiveForecast() {
        Map<String, Double> metrics = untrained("change");

        for (String ratio : RATIOS) {
            assertThat(metrics.get(ratio)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aNetworkThatPredictsTheMeanIsWorseOnASlowSeriesThanTheNaiveForecast() {
        Map<String, Double> metrics = untrained("level");

        for (String ratio : RATIOS) {
            assertThat(metrics.get(ratio)).isGreaterThan(1.5);
        }
    }

    @Test
    void imagesOfSeveralChannelsBecomePixelRows() {
        LabelledDataset bars = SampleData.bars(40);
        float[] stored = new float[36];
        float[] rows = new float[38];
        bars.copyRow(Split.TEST, 1, stored, 0);
        new RowLayout.PixelRows(2, 3, 6).copy(bars, Split.TEST, 1, rows, 2);

        assertThat(rows[2]).isEqualTo(stored[0]);
        assertThat(rows[2 + 6]).isEqualTo(stored[18]);
        assertThat(rows[2 + 12]).isEqualTo(stored[6]);
        assertThat(rows[2 + 35]).isEqualTo(stored[35]);
    }

    /** Metrics of a network whose weights, and so its outputs, are all 0. */
    private static Map<String, Double> untrained(String predict) {
        Map<String, Object> parameters = Map.of("window", 4, "horizon", 1, "hidden", 2, "predict", predict);
        TrainingPlan plan = ModelFamilies.named("lstm-forecaster").plan(parameters, 1, SampleData.wave(200));
        Examples examples = plan.examples();
        try (Network network = Backends.named("reference").plan(plan.network(), plan.maxBatch())) {
            for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
                examples.score(network, split, 0, 24);
            }
        }
        return examples.metrics(0);
    }
}
