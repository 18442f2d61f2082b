package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Storage;
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
    private final ConvGeometry g;
    private final int pitch;
    private final Correlation forward;
    private final Correlation backward;
    private final WeightGradient weightGradient;
    private final Pooling pooling;
    private final float[] weights;
    private final float[] bias;
    private final float[] mirrored;
    private final float[] noBias;
    private final float[] y;
    private final float[] planes;
    private final Images delta;
    private final float[] biasGradient;

    /** @param channelPitch distance between two pixels of the input, at least its channels */
    ConvBlock(ConvUnit unit, int channelPitch, int maxBatch, Storage<float[]> storage) {
        this.unit = unit;
        g = unit.conv();
        pitch = Lanes.roundUp(g.filters());
        int k = g.kernel();
        int rowPixels = g.width() + Math.max(2 * g.padding(), k - 1);
        int frame = g.height() + 2 * g.padding();
        input = new Images(maxBatch, g.height(), g.width(), g.padding(), frame, rowPixels, channelPitch, 0, storage);
        int covered = Tile.covered(g.filters());
        resultGradient = new Images(
                1,
                unit.outHeight(),
                unit.outWidth(),
                0,
                unit.outHeight(),
                unit.outWidth(),
                covered,
                Tile.slack(g.filters()),
                storage);
        delta = new Images(
                1,
                g.outHeight(),
                g.outWidth(),
                k - 1 - g.padding(),
                g.height() + k - 1,
                rowPixels,
                pitch,
                Lanes.LANES,
                storage);
        forward = new Correlation(
                g.outHeight(),
                g.outWidth(),
                g.stride() * rowPixels * channelPitch,
                g.stride() * channelPitch,
                k,
                k * channelPitch,
                rowPixels * channelPitch,
                g.padding(),
                g.padding() + g.height(),
                g.filters(),
                storage);
        backward = new Correlation(
                g.height(),
                g.width(),
                rowPixels * pitch,
                pitch,
                k,
                k * pitch,
                rowPixels * pitch,
                k - 1 - g.padding(),
                k - 1 - g.padding() + g.stride() * (g.outHeight() - 1) + 1,
                g.channels(),
                storage);
        weightGradient = new WeightGradient(g, input, storage);
        pooling = new Pooling(unit, maxBatch, storage);
        weights = storage.allocate(forward.weights());
        bias = storage.allocate(covered);
        mirrored = storage.allocate(backward.weights());
        noBias = storage.allocate(Tile.covered(g.channels()));
        y = storage.allocate(g.pixels() * covered + Tile.slack(g.filters()));
        planes = storage.allocate(g.channels() * input.pixels);
        biasGradient = storage.allocate(pitch);
    }

    /** Takes this step's weights from the flat parameters. */
    void beginForward(float[] flat) {
        PackedWeights.forward(g, flat, unit.offset(), input.pitch, forward, weights);
        System.arraycopy(flat, unit.bias(), bias, 0, g.filters());
    }

    /** Image {@code n} of the input becomes image {@code slot} of {@code result}. */
    void forward(int n, Images result, int slot) {
        forward.apply(input.data, input.frame(n), weights, bias, y);
        pooling.forward(n, y, result, slot);
    }

    /** @param needsInputGradient whether {@link #inputGradient} will be called */
    void beginBackward(float[] flat, boolean needsInputGradient) {
        weightGradient.clear();
        Arrays.fill(biasGradient, 0);
        if (needsInputGradient) {
            PackedWeights.mirrored(g, flat, unit.offset(), pitch, backward, mirrored);
        }
    }

    /** Adds what image {@code n} with {@link #resultGradient} gives to the parameters' gradients. */
    void backward(int n) {
        pooling.backward(n, resultGradient, delta, g.stride(), biasGradient);
        int span = g.stride() * ((g.outHeight() - 1) * delta.rowPixels + g.outWidth() - 1) + 1;
        if (input.pitch == 1) {
            weightGradient.add(input.data, input.frame(n), delta.data, delta.row(0, 0), pitch, span);
        } else {
            input.separate(n, g.channels(), planes);
            weightGradient.add(planes, 0, delta.data, delta.row(0, 0), pitch, span);
        }
    }

    /** After {@link #backward}: writes the gradient of the same image of the input, [height, width, covered channels]. */
    void inputGradient(float[] to) {
        backward.apply(delta.data, 0, mirrored, noBias, to);
    }

    void endBackward(float[] gradients) {
        weightGradient.write(gradients, unit.offset());
        System.arraycopy(biasGradient, 0, gradients, unit.bias(), g.filters());
    }
}
