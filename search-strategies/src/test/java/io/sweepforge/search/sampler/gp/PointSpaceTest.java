package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.sampler.SamplerCases;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.SearchSpace;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PointSpaceTest {
    static Stream<SearchSpace> spaces() {
        return Stream.of(Problems.mixed().space(), SamplerCases.nested(), SamplerCases.discrete());
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void snapsToPointsOfConfigurations(SearchSpace searchSpace) {
        PointSpace space = new PointSpace(searchSpace);
        HashedRandom random = new HashedRandom(1, 0, 0);
        for (int i = 0; i < 200; i++) {
            double[] units = new double[space.size()];
            Arrays.setAll(units, d -> random.unit());
            double[] point = space.snap(space.genes(units));
            assertThat(space.point(space.configuration(point)))
                    .usingComparatorWithPrecision(1e-12)
                    .containsExactly(point);
            assertThat(space.snap(space.genesOf(point)))
                    .usingComparatorWithPrecision(1e-12)
                    .containsExactly(point);
        }
    }

    @Test
    void doesNotHoldPointsOfAnotherSpace() {
        PointSpace space = new PointSpace(Problems.mixed().space());
        double missing = Double.NaN;
        assertThat(space.contains(new double[] {0.5, 1, 0.5, 0.5, 0.5, missing}))
                .isTrue();
        assertThat(space.contains(new double[] {missing, 1, 0.5, 0.5, 0.5, missing}))
                .isFalse();
        assertThat(space.contains(new double[] {0.5, -1, 0.5, 0.5, 0.5, missing}))
                .isFalse();
    }
}
