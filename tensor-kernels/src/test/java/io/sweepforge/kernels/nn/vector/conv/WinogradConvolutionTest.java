package io.sweepforge.kernels.nn.vector.conv;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.Lanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        assertThat(Samples.distance(actual.outputs(), expected.outputs())).isLessThan(TOLERANCE);
        assertThat(Samples.distance(actual.inputGradients(), expected.inputGradients()))
                .isLessThan(TOLERANCE);
        assertThat(Samples.distance(actual.weightGradient(), expected.weightGradient()))
                .isLessThan(TOLERANCE);
    }

    private record Results(float[] outputs, float[] inputGradients, float[] weightGradient) {}

    private static Results run(ConvGeometry g, Convolution convolution) {
        float[] weights = Samples.normal(g.patchSize() * g.filters(), 1);
        float[] bias = Samples.normal(Tile.covered(g.filters()), 2);
        float[] outputs = new float[0];
        convolution.beginForward(weights);
        for (int n = 0; n < IMAGES; n++) {
            convolution.input().read(n, g.channels(), Samples.normal(g.imageSize(), 3 + n), 0);
            float[] y = new float[g.pixels() * Tile.covered(g.filters()) + Tile.slack(g.filters())];
            convolution.forward(n, bias, y);
            outputs = append(outputs, y, g.pixels(), g.filters());
        }
        float[] inputGradients = new float[0];
        convolution.beginBackward(weights, true);
        for (int n = 0; n < IMAGES; n++) {
            convolution.delta().read(0, g.filters(), Samples.normal(g.outputSize(), 5 + n), 0);
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
}
