package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.gpu.FusedBackend;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels of trial arrays compute the same bits however the threads of a block run: another order would show a missing barrier. */
class FusedKernelsTest {
    private static final OptimizerSpec CLIPPED =
            OptimizerSpec.of(OptimizerSpec.Kind.ADAMW).withWeightDecay(0.1).withClipNorm(0.5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "64 33 ce : dense128 relu dropout0.5 dense10",
                "3x9x7 4 mse : conv5k3s2p1 tanh conv7k2s1p0 pool2s1 flatten dense3",
                "8x3 4 mse : dense6 lstm9l2bs tanh lstm17l1 dense1",
                "10x5 7 ce : dropout0.2 lstm13l2 dense4",
                "5x2 31 mse : lstm24l1b dense3"
            })
    void doNotDependOnTheOrderOrTheNumberOfThreadsOrWhereWeightsAndStatesAre(String line) {
        Problem problem = Problem.parse(line);
        byte[] expected = train(problem, new FusedBackend(ThreadOrder.ASCENDING, 32, 0));

        assertThat(train(problem, new FusedBackend(ThreadOrder.DESCENDING, 32, 0)))
                .isEqualTo(expected);
        assertThat(train(problem, new FusedBackend(ThreadOrder.SEEDED, 32, 16 << 10)))
                .isEqualTo(expected);
        assertThat(train(problem, new FusedBackend(ThreadOrder.SEEDED, 256, 2 << 10)))
                .isEqualTo(expected);
        assertThat(train(problem, new FusedBackend(ThreadOrder.DESCENDING, 75, 16 << 10)))
                .isEqualTo(expected);
        assertThat(train(problem, new FusedBackend(ThreadOrder.SEEDED, 100, 48 << 10)))
                .isEqualTo(expected);
        assertThat(train(problem, new FusedBackend(ThreadOrder.DESCENDING, 256, 48 << 10)))
                .isEqualTo(expected);
    }

    private static byte[] train(Problem problem, Backend backend) {
        try (Network network = backend.plan(problem.spec(), problem.batch())) {
            network.initialise(5);
            for (int step = 0; step < 3; step++) {
                problem.train(network, CLIPPED, 0.02);
            }
            ByteBuffer state = ByteBuffer.allocate(network.savedBytes());
            network.save(state);
            return state.array();
        }
    }
}
