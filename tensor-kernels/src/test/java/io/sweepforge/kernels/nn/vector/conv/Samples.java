package io.sweepforge.kernels.nn.vector.conv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** Numbers to convolve, and how far results are apart. */
final class Samples {
    private Samples() {}

    static float[] normal(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** The largest difference, as a part of the root mean square of what is expected. */
    static double distance(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double difference = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
            squares += (double) expected[i] * expected[i];
        }
        return difference / Math.sqrt(squares / expected.length);
    }
}
