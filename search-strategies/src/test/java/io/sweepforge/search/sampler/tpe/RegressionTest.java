package io.sweepforge.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final double[] TARGETS = {1, -2, 0.5};
    private static final double[][] KERNEL = {{1, 0.5, 0.1}, {0, 1, 0.3}, {0, 0, 1}};

    @Test
    void withoutNoiseItMeetsTheTargets() {
        double[] weights = Regression.fit(KERNEL, 1e-12, TARGETS).orElseThrow().weights();
        assertThat(weights[0] + 0.5 * weights[1] + 0.1 * weights[2]).isCloseTo(1, within(1e-9));
        assertThat(0.5 * weights[0] + weights[1] + 0.3 * weights[2]).isCloseTo(-2, within(1e-9));
    }

    @Test
    void theErrorIsThatOfPredictingEachTrialFromTheOthers() {
        double[][] pair = {{1, 0.5}, {0, 1}};
        Regression fit = Regression.fit(pair, 0.25, new double[] {2, -1}).orElseThrow();
        double first = 2 - 0.5 / 1.25 * -1;
        double second = -1 - 0.5 / 1.25 * 2;
        assertThat(fit.error()).isCloseTo(Math.sqrt((first * first + second * second) / 2), within(1e-12));
    }

    @Test
    void refusesWhatHasNoInverse() {
        assertThat(Regression.fit(new double[][] {{1, 1}, {0, 1}}, 0, new double[] {1, 2}))
                .isEmpty();
    }

    @Test
    void leavesTheKernelAsItIs() {
        Regression.fit(KERNEL, 0.1, TARGETS);
        assertThat(KERNEL[0]).containsExactly(1, 0.5, 0.1);
    }
}
