package io.sweepforge.kernels.nn.vector.conv;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.vector.Lanes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the one pass over grey images to convolution and pooling one after the other. */
class GreyBlockTest {
    private static final int IMAGES = 3;
    private static final double TOLERANCE = 1e-5;

    static List<ConvUnit> units() {
        List<ConvUnit> units = new ArrayList<>();
        for (int filters : new int[] {1, 5, 8, 20}) {
            for (int height = 4; height <= 7; height++) {
                units.add(unit(height, 10 - height, filters, height % 2, true));
            }
        }
        units.add(unit(28, 28, 9, 1, true));
        units.add(unit(27, 30, 9, 0, false));
        return units;
    }

    private static ConvUnit unit(int height, int width, int filters, int padding, boolean relu) {
        int rows = height + 2 * padding - 2;
        int columns = width + 2 * padding - 2;
        ConvGeometry conv = new ConvGeometry(1, height, width, filters, 3, 1, padding, rows, columns);
        return new ConvUnit(conv, 0, relu, 2, 2, rows / 2, columns / 2);
    }

    @ParameterizedTest
    @MethodSource("units")
    void givesWhatConvolutionAndPoolingGive(ConvUnit unit) {
        assertThat(unit.isGrey()).isTrue();
        Results expected = run(unit, new ConvBlock(unit, 1, IMAGES, new Vectors()), Samples.normal(pixels(unit), 9));
        Results actual = run(unit, new GreyBlock(unit, IMAGES, new Vectors()), Samples.normal(pixels(unit), 9));
        assertThat(Samples.distance(actual.outputs(), expected.outputs())).isLessThan(TOLERANCE);
        assertThat(Samples.distance(actual.gradients(), expected.gradients())).isLessThan(TOLERANCE);
    }

    @Test
    void letsThroughWhatIsNotANumber() {
        ConvUnit unit = unit(6, 6, 3, 1, true);
        float[] images = Samples.normal(pixels(unit), 9);
        images[0] = Float.NaN;
        assertThat(run(unit, new GreyBlock(unit, IMAGES, new Vectors()), images).outputs()[0])
                .isNaN();
    }

    @Test
    void leavesLayersWithSomethingBelowToTheGeneralWay() {
        ConvUnit first = unit(8, 8, 4, 1, true);
        assertThat(new ConvUnit(first.conv(), 10, true, 2, 2, 4, 4).isGrey()).isFalse();
    }

    private static int pixels(ConvUnit unit) {
        return IMAGES * unit.conv().imageSize();
    }

    private record Results(float[] outputs, float[] gradients) {}

    private static Results run(ConvUnit unit, Block block, float[] images) {
        ConvGeometry g = unit.conv();
        int outputs = g.filters() * unit.outPixels();
        float[] parameters = Samples.normal((g.patchSize() + 1) * g.filters(), 1);
        float[] results = new float[IMAGES * outputs];
        Images result = new Images(
                1,
                unit.outHeight(),
                unit.outWidth(),
                0,
                unit.outHeight(),
                unit.outWidth(),
                Lanes.roundUp(g.filters()),
                0,
                new Vectors());
        block.beginForward(parameters);
        for (int n = 0; n < IMAGES; n++) {
            block.input().read(n, 1, images, n * g.imageSize());
            block.forward(n, result, 0);
            result.write(0, g.filters(), results, n * outputs);
        }
        block.beginBackward(parameters, false);
        for (int n = 0; n < IMAGES; n++) {
            block.resultGradient().read(0, g.filters(), Samples.normal(outputs, 5 + n), 0);
            block.backward(n);
        }
        float[] gradients = new float[parameters.length];
        block.endBackward(gradients);
        return new Results(results, gradients);
    }
}
