package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.gpu.FusedBackend;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import io.sweepforge.kernels.nn.reference.ReferenceBackend;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Convolutions of trial arrays: right whatever their sizes, and the same bits however much fits into shared memory, however
 * many threads a block has, and in whichever order they run.
 */
class FusedConvolutionsTest {
    private static final OptimizerSpec SGD = OptimizerSpec.of(OptimizerSpec.Kind.SGD);
    private static final double TOLERANCE = 2e-5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1x12x12 3 ce : conv8k3s1p1 relu pool2s2 conv16k3s1p1 relu pool2s2 flatten dense10",
                "3x9x11 2 mse : conv5k3s1p1 relu pool2s2 conv7k5s1p2 pool2s2 flatten dense2",
                "1x9x7 1 mse : conv5k5s2p2 relu conv9k3s2p0 relu conv3k1s1p0",
                "3x11x9 4 ce : conv5k3s1p0 relu pool3s2 conv6k2s1p1 relu pool3s1 flatten dense3",
                "2x7x9 5 mse : conv6k4s2p2 tanh conv9k7s1p3 relu pool2s2 dropout0.2 conv4k6s3p4",
                "5x10x6 2 ce : dropout0.3 conv17k3s1p1 relu flatten dense4 relu dense3",
                "10x6x5 3 mse : conv12k3s1p2 conv10k5s1p4 relu pool2s2 conv8k3s2p1 pool2s1 relu",
                "1x5x40 2 mse : conv9k3s1p1 relu pool2s2 conv3k2s2p1",
                "1x3x3 33 ce : conv3k3s1p0 relu flatten dense2"
            })
    void agreeWithTheReferenceAndAreTheSameEverywhere(String line) {
        Problem problem = Problem.parse(line);
        byte[] expected = train(problem, new FusedBackend(ThreadOrder.ASCENDING, 32, 0));
        try (Network reference = new ReferenceBackend().plan(problem.spec(), problem.batch());
                Network compared =
                        new FusedBackend(ThreadOrder.SEEDED, 64, 2 << 10).plan(problem.spec(), problem.batch())) {
            compared.initialise(3);
            reference.initialise(3);
            reference.setWeights(compared.weights());
            problem.train(compared, SGD, 0.05);
            problem.train(reference, SGD, 0.05);
            assertClose(compared.gradients(), reference.gradients());
            assertClose(compared.weights(), reference.weights());
        }

        assertThat(train(problem, new FusedBackend(ThreadOrder.DESCENDING, 256, 1 << 10)))
                .isEqualTo(expected);
        assertThat(train(problem, new FusedBackend(ThreadOrder.SEEDED, 75, 4 << 10)))
                .isEqualTo(expected);
        assertThat(train(problem, new FusedBackend(ThreadOrder.SEEDED, 256, 16 << 10)))
                .isEqualTo(expected);
        assertThat(train(problem, new FusedBackend(ThreadOrder.DESCENDING, 100, 108 << 10)))
                .isEqualTo(expected);
    }

    private static void assertClose(double[] actual, double[] expected) {
        double largest = 1e-12;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]) / largest)
                    .as("distance of element %d, which is %s, to %s", i, actual[i], expected[i])
                    .isLessThan(TOLERANCE);
        }
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
}
