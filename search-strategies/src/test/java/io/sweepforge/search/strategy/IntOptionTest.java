package io.sweepforge.search.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntOptionTest {
    private static final IntOption OPTION = new IntOption("reductionFactor", 2, 3, "How many compete for one place.");

    @ParameterizedTest
    @ValueSource(longs = {2, 3, Integer.MAX_VALUE})
    void takesIntegersFromTheSmallestOn(long value) {
        assertThat(OPTION.problem(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, Integer.MAX_VALUE + 1L})
    void refusesIntegersOutsideTheRange(long value) {
        assertThat(OPTION.problem(value)).contains("must be an integer of at least 2, was " + value);
    }

    @Test
    void refusesWhatIsNoInteger() {
        assertThat(OPTION.problem(2.5)).contains("must be an integer of at least 2, was 2.5");
    }
}
