package io.sweepforge.kernels.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepforge.kernels.data.DataShape;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.kernels.nn.Network;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFamiliesTest {
    private static final DataShape IMAGES = new DataShape("classification", 1000, List.of(1, 8, 8), 10);
    private static final DataShape SERIES = new DataShape("forecasting", 1000, List.of(3), 0);

    static Stream<TrainableFamily> families() {
        return ModelFamilies.all().stream();
    }

    private static DataShape suitable(ModelFamily family) {
        return family.task().equals("forecasting") ? SERIES : IMAGES;
    }

    @ParameterizedTest
    @MethodSource("families")
    void defaultsAreAccepted(TrainableFamily family) {
        assertThat(family.problems(Map.of(), 20, suitable(family))).isEmpty();
        for (ParameterDescription parameter : family.parameters()) {
            assertThat(family.problems(Map.of(parameter.name(), parameter.defaultValue()), 20, suitable(family)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void theEdgesOfTheDefaultSpaceAreAccepted(TrainableFamily family) {
        family.defaultSpace().forEach((name, entry) -> {
            Map<?, ?> range = (Map<?, ?>) entry;
            List<?> edges = range.get("type").equals("categorical")
                    ? (List<?>) range.get("values")
                    : List.of(range.get("min"), range.get("max"));
            assertThat(edges)
                    .allSatisfy(edge -> assertThat(family.problems(Map.of(name, edge), 20, suitable(family)))
                            .isEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void saysWhatDataItNeeds(TrainableFamily family) {
        DataShape other = family.task().equals("forecasting") ? IMAGES : SERIES;

        assertThat(family.problems(Map.of(), 20, other))
                .singleElement()
                .asString()
                .contains(family.name() + " needs data for " + family.task());
    }

    @ParameterizedTest
    @MethodSource("families")
    void estimatesAtLeastTheMemoryThatTheVectorBackendTakes(TrainableFamily family) {
        Dataset dataset = family.task().equals("forecasting") ? SampleData.wave(1000) : SampleData.bars(1000);
        TrainingPlan plan = family.plan(Map.of(), 2, dataset);
        Backend backend = Backends.named("vector");
        try (Network network = backend.plan(plan.network(), plan.maxBatch())) {
            assertThat(family.estimateBytes(Map.of(), dataset.shape())).isGreaterThanOrEqualTo(network.bytes());
        }
    }

    @Test
    void aNetworkTooLargeToCountNeedsAllMemoryThereIs() {
        DataShape huge = new DataShape("classification", 1000, List.of(3, 4000, 4000), 10);

        assertThat(ModelFamilies.named("conv-classifier")
                        .estimateBytes(Map.of("convLayers", 1, "filters", 512, "denseUnits", 4096), huge))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void countsParametersBeyondTheIntegersAsAllMemoryThereIs() {
        DataShape large = new DataShape("classification", 1000, List.of(1, 128, 128), 10);
        Map<String, Object> widest = Map.of("convLayers", 3, "filters", 512, "denseUnits", 4096);

        assertThat(ModelFamilies.named("conv-classifier").estimateBytes(widest, large))
                .isEqualTo(Long.MAX_VALUE);
    }

    /** Nothing without problems may fail later: every plan made here would otherwise throw. */
    @ParameterizedTest
    @MethodSource("families")
    void plansWhateverHasNoProblems(TrainableFamily family) {
        Dataset dataset = family.task().equals("forecasting") ? SampleData.wave(60) : SampleData.bars(20);
        for (ParameterDescription parameter : family.parameters()) {
            for (Object edge : edges(parameter)) {
                for (int epochs = 0; epochs < 3; epochs++) {
                    Map<String, Object> parameters = Map.of(parameter.name(), edge);
                    if (family.problems(parameters, epochs, dataset.shape()).isEmpty()) {
                        assertThat(family.plan(parameters, epochs, dataset).maxBatch())
                                .isPositive();
                    }
                }
            }
        }
    }

    private static List<?> edges(ParameterDescription parameter) {
        Double min = parameter.min();
        Double max = parameter.max();
        return min == null || max == null ? parameter.values() : List.of(min, parameter.defaultValue(), max);
    }

    @ParameterizedTest
    @MethodSource("families")
    void refusesAWarmUpAsLongAsTheRun(TrainableFamily family) {
        assertThat(family.problems(Map.of("warmupEpochs", 3), 3, suitable(family)))
                .containsExactly("warmupEpochs must be below the 3 epochs, was 3");
        assertThat(family.problems(Map.of(), 0, suitable(family))).containsExactly("epochs must be at least 1, was 0");
    }

    @Test
    void refusesMoreConvolutionsThanAnImageCanBeHalved() {
        DataShape tiny = new DataShape("classification", 1000, List.of(1, 5, 5), 10);

        assertThat(ModelFamilies.named("conv-classifier").problems(Map.of("convLayers", 3), 20, tiny))
                .containsExactly("convLayers must be at most 2 for images of [1, 5, 5] with kernel 3, was 3");
    }

    @Test
    void refusesToConvolveWhatIsNoImage() {
        DataShape table = new DataShape("classification", 1000, List.of(1, 5), 10);

        assertThat(ModelFamilies.named("conv-classifier").problems(Map.of(), 20, table))
                .singleElement()
                .asString()
                .contains("upload it with a row shape such as 1x8x8");
    }

    @Test
    void refusesAWindowLongerThanTheSeries() {
        DataShape brief = new DataShape("forecasting", 100, List.of(1), 0);

        assertThat(ModelFamilies.named("lstm-forecaster").problems(Map.of("window", 24, "horizon", 16), 20, brief))
                .containsExactly(
                        "window 24 and horizon 16 are too long for the 15 validation rows of this series; shorten them");
    }

    @Test
    void readsAnImageOfSeveralChannelsRowByRow() {
        DataShape colour = new DataShape("classification", 1000, List.of(3, 4, 5), 10);
        LstmClassifier family = new LstmClassifier();

        assertThat(family.network(Parameters.of(family.parameters(), Map.of()), colour)
                        .inputShape())
                .containsExactly(4, 15);
    }

    @Test
    void refusesAFamilyThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFamilies.named("transformer"))
                .withMessageContaining("conv-classifier, lstm-forecaster, lstm-classifier, was transformer");
    }
}
