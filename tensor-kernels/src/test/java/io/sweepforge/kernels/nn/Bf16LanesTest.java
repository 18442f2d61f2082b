package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.kernels.array.gpu.FusedBackend;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import io.sweepforge.kernels.nn.reference.ReferenceBackend;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * LSTMs of trial arrays by tensor cores. A factor rounds by 2^-8 of itself at most, and so a product by 2^-7; signs of these
 * errors vary, so that sums come out nearer than that to the largest, and every number within 2^-7 of all of them together.
 * What the cores of a real GPU add up in another order differs by single precision's rounding only.
 */
class Bf16LanesTest {
    private static final OptimizerSpec SGD = OptimizerSpec.of(OptimizerSpec.Kind.SGD);
    private static final OptimizerSpec ADAM = OptimizerSpec.of(OptimizerSpec.Kind.ADAM);
    private static final double ROUNDING = 0x1p-7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6x3 4 mse : lstm8l1 dense2",
                "5x1 3 mse : lstm1l1 dense1",
                "12x7 9 mse : lstm32l1 dropout0.2 dense12",
                "10x5 6 ce : lstm13l2 dense4",
                "9x4 5 ce : lstm16l1b dense3",
                "7x2 3 mse : lstm5l3b dense2",
                "8x3 4 mse : dense6 lstm9l2bs tanh lstm17l1 dense1",
                "1x3 2 mse : lstm7l2s",
                "3x19 37 mse : lstm40l1 dense2",
                "2x33 16 ce : lstm64l1 dense3",
                "2x16 17 mse : lstm70l1b dense2"
            })
    void agreeWithTheReferenceAndAreTheSameEverywhere(String line) {
        Problem problem = Problem.parse(line);
        try (Network reference = new ReferenceBackend().plan(problem.spec(), problem.batch());
                Network compared = bf16(ThreadOrder.SEEDED, 64, 8 << 10).plan(problem.spec(), problem.batch())) {
            compared.initialise(3);
            reference.initialise(3);
            reference.setWeights(compared.weights());
            double loss = problem.train(reference, SGD, 0);
            assertThat(problem.train(compared, SGD, 0)).isCloseTo(loss, within(ROUNDING * Math.max(1, loss)));
            assertClose(compared.gradients(), reference.gradients());
        }
        byte[] expected = train(problem, bf16(ThreadOrder.ASCENDING, 32, 0));
        assertThat(train(problem, bf16(ThreadOrder.DESCENDING, 64, 2 << 10))).isEqualTo(expected);
        assertThat(train(problem, bf16(ThreadOrder.SEEDED, 256, 16 << 10))).isEqualTo(expected);
        assertThat(train(problem, bf16(ThreadOrder.DESCENDING, 256, 100 << 10))).isEqualTo(expected);
        assertThat(train(problem, bf16(ThreadOrder.SEEDED, 96, 48 << 10))).isEqualTo(expected);
    }

    @Test
    void learnAsMuchAsInSinglePrecision() {
        Problem problem = Problem.parse("6x3 16 mse : lstm8l1 dense2");
        double[] rounded = losses(problem, bf16(ThreadOrder.ASCENDING, 32, 16 << 10));
        double[] single = losses(problem, new FusedBackend(ThreadOrder.ASCENDING, 32, 16 << 10));

        assertThat(single[single.length - 1]).isLessThan(0.3 * single[0]);
        for (int step = 0; step < single.length; step++) {
            assertThat(rounded[step]).as("loss of step %d", step).isCloseTo(single[step], within(0.02 * single[0]));
        }
    }

    @Test
    void roundEvenWhereSinglePrecisionDoesNot() {
        Problem problem = Problem.parse("6x3 4 mse : lstm8l1 dense2");

        assertThat(train(problem, bf16(ThreadOrder.ASCENDING, 32, 0)))
                .isNotEqualTo(train(problem, new FusedBackend(ThreadOrder.ASCENDING, 32, 0)));
    }

    @Test
    void doNotGoOnFromWhatTheOtherPrecisionSaved() {
        Problem problem = Problem.parse("6x3 4 mse : lstm8l1 dense2");
        byte[] single = train(problem, new FusedBackend(ThreadOrder.ASCENDING, 32, 0));
        try (Network network = bf16(ThreadOrder.ASCENDING, 32, 0).plan(problem.spec(), problem.batch())) {
            assertThatThrownBy(() -> network.load(ByteBuffer.wrap(single))).hasMessageContaining("mark");
        }
    }

    @Test
    void needWholeWarps() {
        Problem problem = Problem.parse("6x3 4 mse : lstm8l1 dense2");

        assertThatThrownBy(() -> bf16(ThreadOrder.ASCENDING, 40, 0).plan(problem.spec(), problem.batch()))
                .hasMessage("threads must be a multiple of 32 with precision bfloat16, was 40");
    }

    private static Backend bf16(ThreadOrder order, int threads, int sharedBytes) {
        return new FusedBackend(order, threads, sharedBytes, Precision.BFLOAT16);
    }

    private static double[] losses(Problem problem, Backend backend) {
        double[] losses = new double[80];
        try (Network network = backend.plan(problem.spec(), problem.batch())) {
            network.initialise(5);
            for (int step = 0; step < losses.length; step++) {
                losses[step] = problem.train(network, ADAM, 0.03);
            }
        }
        return losses;
    }

    private static byte[] train(Problem problem, Backend backend) {
        try (Network network = backend.plan(problem.spec(), problem.batch())) {
            network.initialise(5);
            for (int step = 0; step < 2; step++) {
                problem.train(network, SGD, 0.02);
            }
            ByteBuffer state = ByteBuffer.allocate(network.savedBytes());
            network.save(state);
            return state.array();
        }
    }

    private static void assertClose(double[] actual, double[] expected) {
        double largest = 0;
        double distance = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            distance += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            size += expected[i] * expected[i];
        }
        assertThat(Math.sqrt(distance / size)).as("distance of all together").isLessThan(ROUNDING);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]) / largest)
                    .as("distance of element %d, which is %s, to %s", i, actual[i], expected[i])
                    .isLessThan(ROUNDING);
        }
    }
}
