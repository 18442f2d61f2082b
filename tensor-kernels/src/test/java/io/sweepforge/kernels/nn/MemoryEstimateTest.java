package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryEstimateTest {
    static List<Problem> problems() {
        return Problem.list("network-problems.txt");
    }

    /** The estimate reckons with the widest vectors, so on narrow ones small networks stay well below it. */
    @ParameterizedTest
    @MethodSource("problems")
    void isNotLessThanTheVectorBackendOccupiesNorManyTimesMore(Problem problem) {
        try (Network network = Backends.named("vector").plan(problem.spec(), 32)) {
            long estimate = problem.spec().estimateBytes(32);
            assertThat(network.bytes()).isBetween(estimate / 4, estimate);
        }
    }

    @Test
    void isALongForNetworksBeyondAnyMemory() {
        NetworkSpec spec = Problem.parse("1000x20 1 mse : lstm4000l2 dense1").spec();
        assertThat(spec.estimateBytes(4096)).isGreaterThan(1L << 39);
    }
}
