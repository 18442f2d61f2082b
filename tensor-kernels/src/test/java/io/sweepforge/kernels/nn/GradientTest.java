package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.kernels.nn.reference.ReferenceBackend;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference backend's gradients against central differences of its loss. */
class GradientTest {
    private static final OptimizerSpec SGD = OptimizerSpec.of(OptimizerSpec.Kind.SGD);
    private static final double STEP = 1e-5;
    /** Truncation leaves about STEP^2 = 1e-10 of third derivatives, rounding 1e-16 / STEP = 1e-11; losses are near 1. */
    private static final double TOLERANCE = 1e-8;

    static List<Problem> problems() {
        return Problem.list("gradient-problems.txt");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void agreeWithCentralDifferences(Problem problem) {
        try (Network network = new ReferenceBackend().plan(problem.spec(), problem.batch())) {
            network.initialise(42);
            ByteBuffer start = ByteBuffer.allocate(network.savedBytes());
            network.save(start);
            double[] weights = network.weights();
            problem.train(network, SGD, 0);
            double[] gradients = network.gradients();
            for (int i = 0; i < weights.length; i++) {
                double difference = loss(problem, network, start, weights, i, STEP)
                        - loss(problem, network, start, weights, i, -STEP);
                assertThat(gradients[i])
                        .as("gradient of parameter %d", i)
                        .isCloseTo(difference / (2 * STEP), within(TOLERANCE));
            }
        }
    }

    /** Loading before each evaluation puts the step back, so that dropout keeps its mask. */
    private static double loss(
            Problem problem, Network network, ByteBuffer start, double[] weights, int parameter, double change) {
        double[] changed = weights.clone();
        changed[parameter] += change;
        network.load(start.rewind());
        network.setWeights(changed);
        return problem.train(network, SGD, 0);
    }
}
