package io.sweepforge.kernels.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private static final int[] ALL = IntStream.range(0, 100).toArray();

    @Test
    void onlyCentresWhatNeverVaries() {
        float[] features = new float[200];
        for (int row = 0; row < 100; row++) {
            features[2 * row] = 0.1f;
            features[2 * row + 1] = row;
        }
        Scaling.over(features, 2, ALL, 2, 1).apply(features);

        assertThat(features[0]).isCloseTo(0, within(1e-6f));
        assertThat(features[198]).isCloseTo(0, within(1e-6f));
        assertThat(features[199]).isCloseTo(1.715f, within(1e-3f));
    }

    @Test
    void doesNotTakeQuantitiesInLargeUnitsForConstants() {
        float[] picofarads = new float[100];
        for (int row = 0; row < 100; row++) {
            picofarads[row] = row * 1e-15f;
        }
        Scaling.over(picofarads, 1, ALL, 1, 1).apply(picofarads);

        assertThat(picofarads[99]).isCloseTo(1.715f, within(1e-3f));
    }
}
