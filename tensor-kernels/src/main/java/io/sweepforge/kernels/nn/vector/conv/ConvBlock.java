package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.Lanes;
import java.util.Arrays;

/**
 * One unit: convolution, ReLU and pooling, image by image. It keeps the batch's inputs and the pooling's codes; all else is
 * scratch for one image.
 */
final class ConvBlock {
    final Images input;
    /** Gradient of one image of the result, [out height, out width, covered filters]. */
    final Images resultGradient;

    private final ConvUnit unit;
    private final Convolution convolution;
    private final Pooling pooling;
    private final float[] bias;
    private final float[] y;
    private final float[] biasGradient;

    /** @param channelPitch distance between two pixels of the input, at least its channels */
    ConvBlock(ConvUnit unit, int channelPitch, int maxBatch, Storage<float[]> storage) {
        this.unit = unit;
        ConvGeometry g = unit.conv();
        convolution = convolution(unit, channelPitch, maxBatch, storage);
        input = convolution.input();
        int covered = Tile.covered(g.filters());
        int slack = Tile.slack(g.filters());
        int height = unit.outHeight();
        int width = unit.outWidth();
        resultGradient = new Images(1, height, width, 0, height, width, covered, slack, storage);
        pooling = new Pooling(unit, maxBatch, storage);
        bias = storage.allocate(covered);
        y = storage.allocate(g.pixels() * covered + slack);
        biasGradient = storage.allocate(Lanes.roundUp(g.filters()));
    }

    private static Convolution convolution(ConvUnit unit, int channelPitch, int maxBatch, Storage<float[]> storage) {
        return TileGrid.suits(unit.conv())
                ? new WinogradConvolution(unit.conv(), unit.offset(), maxBatch, storage)
                : new DirectConvolution(unit.conv(), unit.offset(), channelPitch, maxBatch, storage);
    }

    /** Takes this step's weights from the flat parameters. */
    void beginForward(float[] flat) {
        convolution.beginForward(flat);
        System.arraycopy(flat, unit.bias(), bias, 0, unit.conv().filters());
    }

    /** Image {@code n} of the input becomes image {@code slot} of {@code result}. */
    void forward(int n, Images result, int slot) {
        convolution.forward(n, bias, y);
        pooling.forward(n, y, result, slot);
    }

    /** @param needsInputGradient whether {@link #inputGradient} will be called */
    void beginBackward(float[] flat, boolean needsInputGradient) {
        convolution.beginBackward(flat, needsInputGradient);
        Arrays.fill(biasGradient, 0);
    }

    /** Adds what image {@code n} with {@link #resultGradient} gives to the parameters' gradients. */
    void backward(int n) {
        pooling.backward(n, resultGradient, convolution.delta(), unit.conv().stride(), biasGradient);
        convolution.backward(n);
    }

    /** After {@link #backward}: writes the gradient of the same image of the input, [height, width, covered channels]. */
    void inputGradient(float[] to) {
        convolution.inputGradient(to);
    }

    void endBackward(float[] gradients) {
        convolution.endBackward(gradients);
        System.arraycopy(biasGradient, 0, gradients, unit.bias(), unit.conv().filters());
    }
}
