package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSpecTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1x8x8 1 ce : conv16k3s1p1 relu pool2s2 conv32k3s1p1 relu pool2s2 flatten dense10 | 10 | 6090",
                "3x7x9 1 mse : conv4k3s2p0 | 4, 3, 4 | 112",
                "6x3 1 mse : lstm5l1 | 5 | 180",
                "6x3 1 mse : lstm5l2bs | 6, 10 | 1000",
                "6x3 1 mse : dense4 dropout0.5 tanh | 6, 4 | 16",
            })
    void infersShapesAndCountsParameters(String line, String shape, int parameters) {
        NetworkSpec spec = Problem.parse(line).spec();
        assertThat(spec.outputShape()).hasToString("[" + shape + "]");
        assertThat(spec.parameterCount()).isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 1 ce : dense3 conv2k3s1p0 | layer 1 (conv2d) needs an image [C, H, W], got [3]",
                "1x8x8 1 ce : dense3 | layer 0 (dense) needs a vector [I] or a sequence [T, I], got [1, 8, 8]; put a flatten layer before it",
                "1x8x8 1 ce : flatten lstm3l1 | layer 1 (lstm) needs a sequence [T, I], got [64]",
                "1x4x8 1 ce : pool2s2 pool3s1 | layer 1 (max-pool2d): a window of 3 does not fit the input's height of 2 (padding 0 on each side)",
                "4x2 1 ce : dense3 | softmax cross-entropy needs an output of shape [classes], the last layer gives [4, 3]",
                "4 1 mse : relu | layers must contain one with parameters to train, was [Activation[function=RELU]]",
                "0x4 1 mse : dense1 | inputShape[0] must be at least 1, was 0",
                "4 1 mse : dense0 | dense.units must be at least 1, was 0",
                "4 1 mse : dropout1.0 | dropout.rate must be at least 0 and below 1, was 1.0",
                "1x4x4 1 mse : conv2k2s1p2 | conv2d.padding must be below the kernel (2), was 2",
            })
    void refusesLayersThatDoNotFitByName(String line, String message) {
        assertThatThrownBy(() -> Problem.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void splitsAStackedLstmIntoLevelsWithContiguousParameters() {
        List<Stage> stages = Problem.parse("6x3 1 mse : lstm5l3 dense2").spec().stages();
        assertThat(stages)
                .extracting(Stage::output)
                .containsExactly(List.of(6, 5), List.of(6, 5), List.of(5), List.of(2));
        int offset = 0;
        for (Stage stage : stages) {
            assertThat(stage.parameterOffset()).isEqualTo(offset);
            offset += stage.parameterCount();
        }
    }

    @Test
    void opensTheForgetGateAtTheStart() {
        try (Network network = Backends.named("reference")
                .plan(Problem.parse("2x1 1 mse : lstm2l1").spec(), 1)) {
            network.initialise(1);
            double[] weights = network.weights();
            assertThat(List.of(weights[24], weights[25], weights[26], weights[27], weights[28]))
                    .containsExactly(0.0, 0.0, 1.0, 1.0, 0.0);
        }
    }

    @Test
    void namesTheBackendsThereAre() {
        assertThat(Backends.named("vector").probe()).isInstanceOf(Backend.Available.class);
        assertThatThrownBy(() -> Backends.named("abacus"))
                .hasMessage("backend must be one of reference, vector, was abacus");
    }
}
