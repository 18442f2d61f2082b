package io.sweepforge.kernels.nn.vector.conv;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.FloatStorage;
import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.Lanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the convolution by tiles to the direct one. */
class WinogradConvolutionTest {
    private static final int IMAGES = 2;
    private static final double TOLERANCE = 2e-5;

    static List<ConvGeometry> geometries() {
        List<ConvGeometry> geometries = new ArrayList<>();
        for (int padding = 0; padding <= 2; padding++) {
            for (int height = 4; height <= 9; height++) {
                geometries.add(geometry(8, height, 13 - height, 9, padding));
            }
        }
        geometries.add(geometry(17, 28, 28, 40, 1));
        geometries.add(geometry(64, 7, 50, 8, 1));
        return geometries;
    }

    private static ConvGeometry geometry(int channels, int height, int width, int filters, int padding) {
        int outHeight = height + 2 * padding - 2;
        int outWidth = width + 2 * padding - 2;
        return new ConvGeometry(channels, height, width, filters, 3, 1, padding, outHeight, outWidth);
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void givesWhatTheDirectConvolutionGives(ConvGeometry g) {
        assertThat(TileGrid.suits(g)).isTrue();
        Results expected = run(g, new DirectConvolution(g, 0, Lanes.roundUp(g.channels()), IMAGES, new Vectors()));
        Results actual = run(g, new WinogradConvolution(g, 0, IMAGES, new Vectors()));
        assertThat(relative(actual.outputs(), expected.outputs())).isLessThan(TOLERANCE);
        assertThat(relative(actual.inputGradients(), expected.inputGradients())).isLessThan(TOLERANCE);
        assertThat(relative(actual.weightGradient(), expected.weightGradient())).isLessThan(TOLERANCE);
    }

    private record Results(float[] outputs, float[] inputGradients, float[] weightGradient) {}

    private static Results run(ConvGeometry g, Convolution convolution) {
        float[] weights = normal(g.patchSize() * g.filters(), 1);
        float[] bias = normal(Tile.covered(g.filters()), 2);
        float[] outputs = new float[0];
        convolution.beginForward(weights);
        for (int n = 0; n < IMAGES; n++) {
            convolution.input().read(n, g.channels(), normal(g.imageSize(), 3 + n), 0);
            float[] y = new float[g.pixels() * Tile.covered(g.filters()) + Tile.slack(g.filters())];
            convolution.forward(n, bias, y);
            outputs = append(outputs, y, g.pixels(), g.filters());
        }
        float[] inputGradients = new float[0];
        convolution.beginBackward(weights, true);
        for (int n = 0; n < IMAGES; n++) {
            convolution.delta().read(0, g.filters(), normal(g.outputSize(), 5 + n), 0);
            convolution.backward(n);
            float[] dx = new float[g.height() * g.width() * Tile.covered(g.channels()) + Tile.slack(g.channels())];
            convolution.inputGradient(dx);
            inputGradients = append(inputGradients, dx, g.height() * g.width(), g.channels());
        }
        float[] weightGradient = new float[weights.length];
        convolution.endBackward(weightGradient);
        return new Results(outputs, inputGradients, weightGradient);
    }

    /** Appends the first {@code channels} of each pixel; what covers them is of no concern. */
    private static float[] append(float[] to, float[] image, int pixels, int channels) {
        float[] all = Arrays.copyOf(to, to.length + pixels * channels);
        for (int pixel = 0; pixel < pixels; pixel++) {
            System.arraycopy(image, pixel * Tile.covered(channels), all, to.length + pixel * channels, channels);
        }
        return all;
    }

    /** The largest difference, as a part of the root mean square of what is expected. */
    private static double relative(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double difference = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
            squares += (double) expected[i] * expected[i];
        }
        return difference / Math.sqrt(squares / expected.length);
    }

    private static float[] normal(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Whole vectors, as the backend's own storage gives. */
    private static final class Vectors extends FloatStorage {
        @Override
        protected float[] create(int length) {
            return new float[Lanes.roundUp(length)];
        }
    }
}
