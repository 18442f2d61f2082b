package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every backend promises, bit for bit. */
class BackendContractTest {
    private static final OptimizerSpec ADAM = OptimizerSpec.of(OptimizerSpec.Kind.ADAM);
    private static final List<Problem> PROBLEMS = Stream.of(
                    "1x8x8 5 ce : conv6k3s1p1 relu pool2s2 dropout0.3 conv9k3s1p1 flatten dense10",
                    "6x3 5 mse : dense4 dropout0.5 lstm7l2b dense3",
                    "6x3 5 ce : dropout0.2 lstm10l1s tanh flatten dense3")
            .map(Problem::parse)
            .toList();

    static Stream<Arguments> cases() {
        return TestBackends.computing().stream()
                .flatMap(backend -> PROBLEMS.stream().map(problem -> Arguments.of(backend, problem)));
    }

    static List<Backend> backends() {
        return TestBackends.computing();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsAlikeFromTheSameSeed(Backend backend, Problem problem) {
        try (Network one = start(backend, problem, 5);
                Network other = start(backend, problem, 5)) {
            train(one, problem, 3);
            train(other, problem, 3);
            assertThat(state(one)).isEqualTo(state(other));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsDifferentlyFromAnotherSeed(Backend backend, Problem problem) {
        try (Network one = start(backend, problem, 5);
                Network other = start(backend, problem, 6)) {
            assertThat(one.weights()).isNotEqualTo(other.weights());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void learnsTheBatchByHeart(Backend backend, Problem problem) {
        try (Network network = start(backend, withoutDropout(problem), 5)) {
            double before = problem.train(network, ADAM, 0.02);
            train(network, problem, 60);
            assertThat(problem.train(network, ADAM, 0)).isLessThan(before / 3);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void continuesASavedNetworkBitForBit(Backend backend, Problem problem) {
        try (Network one = start(backend, problem, 5);
                Network other = start(backend, problem, 99)) {
            train(one, problem, 3);
            train(other, problem, 1);
            other.load(ByteBuffer.wrap(state(one)));
            assertThat(other.step()).isEqualTo(3);
            train(one, problem, 3);
            train(other, problem, 3);
            assertThat(state(one)).isEqualTo(state(other));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forgetsEarlierBatchesAndInferences(Backend backend, Problem problem) {
        try (Network fresh = start(backend, problem, 5);
                Network used = start(backend, problem, 77)) {
            train(used, problem, 2);
            infer(used, problem, problem.batch());
            used.load(ByteBuffer.wrap(state(fresh)));
            train(fresh, problem, 1);
            infer(used, problem, 1);
            train(used, problem, 1);
            assertThat(state(used)).isEqualTo(state(fresh));
            assertThat(used.gradients()).isEqualTo(fresh.gradients());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsABatchAlikeInANetworkForLargerOnes(Backend backend, Problem problem) {
        try (Network exact = start(backend, problem, 5);
                Network larger = backend.plan(problem.spec(), problem.batch() + 6)) {
            larger.initialise(5);
            train(exact, problem, 2);
            train(larger, problem, 2);
            assertThat(state(larger)).isEqualTo(state(exact));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void infersARowAlikeInABatchAndAlone(Backend backend, Problem problem) {
        try (Network network = start(backend, problem, 5)) {
            float[] together = infer(network, problem, problem.batch());
            float[] alone = infer(network, problem, 1);
            assertThat(alone).isEqualTo(Arrays.copyOf(together, alone.length));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsInTheLossThatWeightsAreNoLongerNumbers(Backend backend, Problem problem) {
        try (Network network = start(backend, problem, 5)) {
            double[] weights = network.weights();
            Arrays.fill(weights, Double.NaN);
            network.setWeights(weights);
            assertThat(problem.train(network, ADAM, 0.02)).isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void refusesCallsThatDoNotFit(Backend backend) {
        try (Network network = backend.plan(Problem.parse("5 4 ce : dense3").spec(), 4)) {
            network.initialise(1);
            byte[] before = state(network);
            float[] inputs = new float[20];
            assertRefused(() -> network.train(inputs, new int[5], 5, ADAM, 0.1), "batch must be from 1 to 4, was 5");
            assertRefused(() -> network.train(inputs, new int[1], 2, ADAM, 0.1), "labels must have at least 2");
            assertRefused(() -> network.train(new float[9], new int[2], 2, ADAM, 0.1), "inputs must have at least 10");
            assertRefused(
                    () -> network.train(inputs, new int[] {0, 3}, 2, ADAM, 0.1),
                    "labels[1] must be from 0 to 2, was 3");
            assertRefused(() -> network.train(inputs, new float[6], 2, ADAM, 0.1), "was SOFTMAX_CROSS_ENTROPY");
            assertRefused(() -> network.infer(inputs, 2, new float[5]), "outputs must have at least 6");
            assertRefused(() -> network.setWeights(new double[3]), "weights must have at least 18");
            assertThat(state(network)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void refusesToLoadAnotherNetwork(Backend backend) {
        try (Network network = backend.plan(Problem.parse("5 4 ce : dense3").spec(), 4);
                Network same = backend.plan(Problem.parse("2 4 ce : dense6").spec(), 4)) {
            byte[] before = state(network);
            assertRefused(() -> network.load(ByteBuffer.wrap(state(same))), "parameter layout");
            assertRefused(() -> network.load(ByteBuffer.wrap(before, 0, before.length - 1)), "saved network");
            assertRefused(() -> network.load(ByteBuffer.wrap(new byte[before.length])), "mark");
            assertThat(state(network)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void refusesToLoadWhatAnotherBackendSaved(Backend backend) {
        NetworkSpec spec = Problem.parse("5 4 ce : dense3").spec();
        for (Backend other : TestBackends.all()) {
            try (Network network = backend.plan(spec, 4);
                    Network saved = other.plan(spec, 4)) {
                if (!other.name().equals(backend.name())) {
                    assertRefused(() -> network.load(ByteBuffer.wrap(state(saved))), "saved network");
                }
            }
        }
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Problem withoutDropout(Problem problem) {
        return Problem.parse(problem.line().replaceAll("dropout\\S+ ", ""));
    }

    private static Network start(Backend backend, Problem problem, long seed) {
        Network network = backend.plan(problem.spec(), problem.batch());
        network.initialise(seed);
        return network;
    }

    private static void train(Network network, Problem problem, int steps) {
        for (int step = 0; step < steps; step++) {
            problem.train(network, ADAM, 0.02);
        }
    }

    private static float[] infer(Network network, Problem problem, int batch) {
        float[] outputs = new float[batch * problem.spec().outputSize()];
        network.infer(problem.inputs(), batch, outputs);
        return outputs;
    }

    private static byte[] state(Network network) {
        ByteBuffer buffer = ByteBuffer.allocate(network.savedBytes());
        network.save(buffer);
        assertThat(buffer.hasRemaining()).isFalse();
        return buffer.array();
    }
}
