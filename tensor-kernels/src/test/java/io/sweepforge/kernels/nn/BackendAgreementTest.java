package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.kernels.nn.reference.ReferenceBackend;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every other backend against the reference, from the same weights. Single precision rounds at 6e-8; sums of a few hundred
 * terms, tanh (4e-7) and up to 48 steps of recurrence bring that to a few 1e-6 of the largest value, and some 1e-5 is
 * still far below what a wrong index or a missing term would show.
 */
class BackendAgreementTest {
    private static final double TOLERANCE = 2e-5;
    private static final OptimizerSpec SGD = OptimizerSpec.of(OptimizerSpec.Kind.SGD);

    static Stream<Arguments> problems() {
        return TestBackends.compared().stream()
                .flatMap(backend ->
                        Problem.list("network-problems.txt").stream().map(problem -> Arguments.of(backend, problem)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void startsFromTheSameWeights(Backend backend, Problem problem) {
        try (Network compared = backend.plan(problem.spec(), problem.batch());
                Network reference = new ReferenceBackend().plan(problem.spec(), problem.batch())) {
            compared.initialise(1);
            reference.initialise(1);
            assertClose("weight", compared.weights(), reference.weights(), 1e-7);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void infersTheSameOutputs(Backend backend, Problem problem) {
        try (Network compared = backend.plan(problem.spec(), problem.batch());
                Network reference = sameWeights(problem, compared)) {
            assertClose("output", infer(problem, compared), infer(problem, reference), TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void findsTheSameLossAndGradients(Backend backend, Problem problem) {
        try (Network compared = backend.plan(problem.spec(), problem.batch());
                Network reference = sameWeights(problem, compared)) {
            double loss = problem.train(compared, SGD, 0);
            assertThat(loss).isCloseTo(problem.train(reference, SGD, 0), within(TOLERANCE * Math.max(1, loss)));
            assertClose("gradient", compared.gradients(), reference.gradients(), TOLERANCE);
        }
    }

    /**
     * Adam and RMSprop divide by the gradient's size; a large epsilon keeps them from blowing up the rounding of gradients
     * that are nearly 0.
     */
    @ParameterizedTest
    @MethodSource("problems")
    void takesTheSameStepsWithEveryOptimizer(Backend backend, Problem problem) {
        for (OptimizerSpec.Kind kind : OptimizerSpec.Kind.values()) {
            OptimizerSpec optimizer =
                    new OptimizerSpec(kind, 0.9, 0.8, 0.9, 0.9, 1e-2, 0.01, kind == OptimizerSpec.Kind.SGD ? 0.5 : 0);
            try (Network compared = backend.plan(problem.spec(), problem.batch());
                    Network reference = sameWeights(problem, compared)) {
                for (int step = 0; step < 3; step++) {
                    problem.train(compared, optimizer, 0.01);
                    problem.train(reference, optimizer, 0.01);
                }
                assertClose(kind + " weight", compared.weights(), reference.weights(), TOLERANCE);
            }
        }
    }

    /** A reference network that begins with the other's weights, exactly. */
    private static Network sameWeights(Problem problem, Network compared) {
        Network reference = new ReferenceBackend().plan(problem.spec(), problem.batch());
        compared.initialise(1);
        reference.initialise(1);
        reference.setWeights(compared.weights());
        return reference;
    }

    private static double[] infer(Problem problem, Network network) {
        float[] outputs = new float[problem.batch() * problem.spec().outputSize()];
        network.infer(problem.inputs(), problem.batch(), outputs);
        double[] values = new double[outputs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = outputs[i];
        }
        return values;
    }

    /** Every difference within {@code tolerance} of the largest expected value, or of 1 when all are smaller. */
    private static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
        double scale =
                Math.max(1, DoubleStream.of(expected).map(Math::abs).max().orElseThrow());
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("%s %d", what, i).isCloseTo(expected[i], within(tolerance * scale));
        }
    }
}
