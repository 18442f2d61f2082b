package io.sweepforge.kernels.nn;

import static io.sweepforge.kernels.nn.OptimizerSpec.Kind.ADAM;
import static io.sweepforge.kernels.nn.OptimizerSpec.Kind.ADAMW;
import static io.sweepforge.kernels.nn.OptimizerSpec.Kind.RMSPROP;
import static io.sweepforge.kernels.nn.OptimizerSpec.Kind.SGD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Steps computed by hand on y = w x + b with x = 1 and target 0: the gradient of both parameters is 2 (w + b). They begin
 * at w = 2, b = 1, so the first gradient is 6.
 */
class OptimizerTest {
    private static final NetworkSpec LINE =
            new NetworkSpec(List.of(1), List.of(new LayerSpec.Dense(1)), Loss.MEAN_SQUARED_ERROR);

    static List<Backend> backends() {
        return TestBackends.computing();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void sgdGoesDownTheGradient(Backend backend) {
        // 2 - 0.1 × 6; then the gradient is 2 (1.4 + 0.4) = 3.6
        assertSteps(backend, OptimizerSpec.of(SGD), 1.4, 0.4, 1.04, 0.04);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void momentumKeepsTheVelocity(Backend backend) {
        // velocity 6, then 0.5 × 6 + 3.6 = 6.6
        assertSteps(backend, OptimizerSpec.of(SGD).withMomentum(0.5), 1.4, 0.4, 0.74, -0.26);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void weightDecayAddsToTheGradient(Backend backend) {
        // w: 6 + 0.5 × 2 = 7; b: 6 + 0.5 × 1 = 6.5; then 2 (1.3 + 0.35) = 3.3, plus 0.65 and 0.175
        assertSteps(backend, OptimizerSpec.of(SGD).withWeightDecay(0.5), 1.3, 0.35, 0.905, 0.0025);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void clippingShortensTheGradientToItsNorm(Backend backend) {
        // (6, 6) of norm 8.485 becomes (1, 1) of norm 1.414; then 2 (1.9 + 0.9) = 5.6 does again
        assertSteps(backend, OptimizerSpec.of(SGD).withClipNorm(Math.sqrt(2)), 1.9, 0.9, 1.8, 0.8);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void clippingLeavesShortGradientsAlone(Backend backend) {
        assertSteps(backend, OptimizerSpec.of(SGD).withClipNorm(9), 1.4, 0.4, 1.04, 0.04);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void rmspropDividesByTheRootMeanSquare(Backend backend) {
        // square 0.1 × 36 = 3.6: step 6 / 1.897367 = 3.162278; gradient 2 (1.683772 + 0.683772) = 4.735089,
        // square 0.9 × 3.6 + 0.1 × 22.421068 = 5.482107: step 4.735089 / 2.341390 = 2.022341
        assertSteps(
                backend,
                new OptimizerSpec(RMSPROP, 0, 0.9, 0.999, 0.9, 1e-8, 0, 0),
                1.6837722,
                0.6837722,
                1.4815381,
                0.4815381);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void adamCorrectsItsMoments(Backend backend) {
        // step 1: 6 / sqrt(36) = 1; gradient 2 (1.9 + 0.9) = 5.6; betas 0.5 and 0.5:
        // mean (0.25 × 6 + 0.5 × 5.6) / 0.75 = 5.733333, square (0.25 × 36 + 0.5 × 31.36) / 0.75 = 32.906667,
        // step 5.733333 / 5.736433 = 0.999459
        assertSteps(backend, new OptimizerSpec(ADAM, 0, 0.5, 0.5, 0.99, 1e-8, 0, 0), 1.9, 0.9, 1.8000541, 0.8000541);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void adamDoesNotSeeTheSizeOfTheFirstGradientEvenWithDecay(Backend backend) {
        assertFirstStep(backend, OptimizerSpec.of(ADAM).withWeightDecay(0.5), 1.9, 0.9);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void adamwShrinksTheWeightsBesideTheStep(Backend backend) {
        // w: 2 (1 - 0.1 × 0.5) - 0.1 = 1.8; b: 0.95 - 0.1 = 0.85
        assertFirstStep(backend, OptimizerSpec.of(ADAMW).withWeightDecay(0.5), 1.8, 0.85);
    }

    @Test
    void refusesValuesOutOfRangeByName() {
        OptimizerSpec sgd = OptimizerSpec.of(SGD);
        assertThatThrownBy(() -> sgd.withMomentum(1)).hasMessage("momentum must be at least 0 and below 1, was 1.0");
        assertThatThrownBy(() -> sgd.withWeightDecay(-1)).hasMessage("weightDecay must be at least 0, was -1.0");
        assertThatThrownBy(() -> sgd.withClipNorm(Double.NaN)).hasMessage("clipNorm must be at least 0, was NaN");
        assertThatThrownBy(() -> new OptimizerSpec(ADAM, 0, 0.9, 0.999, 0.99, 0, 0, 0))
                .hasMessage("epsilon must be greater than 0, was 0.0");
    }

    private static void assertSteps(
            Backend backend, OptimizerSpec optimizer, double w1, double b1, double w2, double b2) {
        try (Network network = assertFirstStep(backend, optimizer, w1, b1)) {
            step(network, optimizer);
            assertWeights(network, w2, b2);
            assertThat(network.step()).isEqualTo(2);
        }
    }

    private static Network assertFirstStep(Backend backend, OptimizerSpec optimizer, double w, double b) {
        Network network = backend.plan(LINE, 1);
        network.setWeights(new double[] {2, 1});
        assertThat(step(network, optimizer)).isEqualTo(9);
        assertWeights(network, w, b);
        return network;
    }

    private static double step(Network network, OptimizerSpec optimizer) {
        return network.train(new float[] {1}, new float[] {0}, 1, optimizer, 0.1);
    }

    private static void assertWeights(Network network, double w, double b) {
        assertThat(network.weights()[0]).isCloseTo(w, within(1e-6));
        assertThat(network.weights()[1]).isCloseTo(b, within(1e-6));
    }
}
