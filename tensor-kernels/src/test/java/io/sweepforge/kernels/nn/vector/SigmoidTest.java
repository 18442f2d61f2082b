package io.sweepforge.kernels.nn.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SigmoidTest {
    private static final int COUNT = 4096;
    private final float[] x = new float[COUNT];
    private final float[] y = new float[COUNT];

    @Test
    void staysWithinItsErrorOnAFineGrid() {
        for (int i = 0; i < COUNT; i++) {
            x[i] = (i - COUNT / 2) * 0.0078f;
        }
        Sigmoid.sigmoid(x, 0, y, 0, COUNT);
        assertWithin(2e-7, v -> 1 / (1 + Math.exp(-v)));
        Sigmoid.tanh(x, 0, y, 0, COUNT);
        assertWithin(4e-7, Math::tanh);
    }

    private void assertWithin(double error, DoubleUnaryOperator expected) {
        for (int i = 0; i < COUNT; i++) {
            assertThat((double) y[i]).as("of %s", x[i]).isCloseTo(expected.applyAsDouble(x[i]), within(error));
        }
    }

    @Test
    void saturatesAtTheEndsAndLetsNanThrough() {
        float[] ends = {0, 1e30f, -1e30f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
        System.arraycopy(ends, 0, x, 0, ends.length);
        Sigmoid.tanh(x, 0, y, 0, ends.length);
        assertThat(y).startsWith(0, 1, -1, 1, -1, Float.NaN);
        Sigmoid.sigmoid(x, 0, y, 0, ends.length);
        assertThat(y).startsWith(0.5f, 1);
        assertThat(y[2]).isBetween(0f, 1e-30f);
    }
}
